import { encodeFunctionData, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { dssVest } from '@/lib/contracts/dss-vest'
import { erc20 } from '@/lib/contracts/erc20'
import { erc4626 } from '@/lib/contracts/erc4626'
import { pool } from '@/lib/contracts/pool'
import { psm3 } from '@/lib/contracts/psm3'
import { superstateOracle } from '@/lib/contracts/superstate-oracle'
import { metrics } from '@/lib/metrics'
import { predictCalls, repeatCalls } from '@/lib/snapshot/predict-calls'

const chain = chainBySlug('optimism')
const { PSM3, SUSDC, USDC } = chain.contracts

describe('the calls of an earlier reading', () => {
  const call = (functionName: string, calldata: Hex) =>
    ({
      address: PSM3.address,
      contract: '',
      functionName,
      args: [],
      calldata,
      result: `0x${'00'.repeat(96)}`,
      ok: true,
    }) as const
  const checkpoint = (index: bigint) =>
    encodeFunctionData({ abi: superstateOracle.abi, functionName: 'checkpoints', args: [index] })
  const repeated = (index: bigint) => repeatCalls([call('checkpoints', checkpoint(index))])

  it('are made again, with the checkpoints beside the one that was the newest', () => {
    expect(repeated(41n).map(({ calldata }) => calldata)).toEqual([41n, 42n, 40n].map(checkpoint))
    expect(repeated(0n).map(({ calldata }) => calldata)).toEqual([0n, 1n].map(checkpoint))
  })

  it('are only those where nothing moves on', () => {
    const pocket = encodeFunctionData({ abi: psm3.abi, functionName: 'pocket' })
    expect(repeatCalls([call('pocket', pocket)]).map(({ calldata }) => calldata)).toEqual([pocket])
  })
})

describe('the calls of a first reading', async () => {
  const plan = await predictCalls(metrics, chain)
  const has = (address: string, calldata: Hex) =>
    plan.some((call) => call.address === address && call.calldata === calldata)

  it('are those that depend on nothing', () => {
    expect(has(PSM3.address, encodeFunctionData({ abi: psm3.abi, functionName: 'pocket' }))).toBe(true)
  })

  it('include those that follow where contracts answer as usual, for tokens of 18 decimals and of 6', () => {
    const worth = (shares: bigint) =>
      encodeFunctionData({ abi: erc4626.abi, functionName: 'convertToAssets', args: [shares] })
    expect(has(SUSDC.address, worth(10n ** 18n))).toBe(true)
    expect(has(SUSDC.address, worth(10n ** 6n))).toBe(true)
    const inPsm = encodeFunctionData({ abi: erc20.abi, functionName: 'balanceOf', args: [PSM3.address] })
    expect(has(USDC.address, inPsm)).toBe(true)
  })

  it('and those that metrics prefetch, whose keys a contract will only list', async () => {
    const { DSS_VEST, POOL, USDC: asset } = chainBySlug('ethereum').contracts
    const calls = (await predictCalls(metrics, chainBySlug('ethereum'))).map(
      (call) => `${call.address}${call.calldata}`,
    )
    const accrued = encodeFunctionData({ abi: dssVest.abi, functionName: 'accrued', args: [1n] })
    const reserve = encodeFunctionData({ abi: pool.abi, functionName: 'getReserveData', args: [asset.address] })
    expect(calls).toContain(`${DSS_VEST.address}${accrued}`)
    expect(calls).toContain(`${POOL.address}${reserve}`)
  })

  it('are each named once', () => {
    expect(new Set(plan.map(({ address, calldata }) => `${address}${calldata}`)).size).toBe(plan.length)
  })
})
