import { createPublicClient, http, type PublicClient } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChainSlug, chainBySlug } from '@/lib/chains'
import { aaveOracle } from '@/lib/contracts/aave-oracle'
import { erc20 } from '@/lib/contracts/erc20'
import { erc4626 } from '@/lib/contracts/erc4626'
import { maplePool } from '@/lib/contracts/maple-pool'
import { psm3 } from '@/lib/contracts/psm3'
import { susds } from '@/lib/contracts/susds'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { type Fixed, fixed, multiply, subtract, toNumber } from '@/lib/math/fixed'
import { metrics } from '@/lib/metrics'
import { positions } from '@/lib/positions'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

const chains = ['ethereum', 'base'] as const
const ethereum = chainBySlug('ethereum').contracts
const base = chainBySlug('base').contracts

let devnet: Devnet
let snapshot: Snapshot
const requests: Partial<Record<ChainSlug, number>>[] = []
const defects: unknown[] = []

const clientOf = (chain: ChainSlug): PublicClient => createPublicClient({ transport: http(devnet.urls[chain]) })
const blockOf = (chain: ChainSlug) => ({ blockNumber: snapshot.asOf[chain]?.block ?? 0n })
const numOf = (id: string) => {
  const found = snapshot.numbers.find((num) => num.id === id)
  if (found === undefined) throw new Error(`There is no ${id}.`)
  return found
}
const amountOf = (id: string): Fixed => numOf(id).value ?? fixed(-1n, 0)

beforeAll(async () => {
  const now = Date.UTC(2025, 5, 4) / 1000
  devnet = await startDevnet({ now, chains })
  const sources = chains.map((slug) =>
    createSource({ chain: chainBySlug(slug), urls: [devnet.urls[slug]], finality: 'latest', quorum: 1 }),
  )
  const report = (error: unknown) => defects.push(error)
  const first = await takeSnapshot({ sources, metrics, previous: null, now, report })
  const second = await takeSnapshot({ sources, metrics, previous: first.snapshot, now, report })
  requests.push(first.requests, second.requests)
  snapshot = second.snapshot
})

afterAll(async () => {
  await devnet?.stop()
})

test('everything is read in three requests a chain at first, and in one after that', () => {
  for (const chain of chains) expect(requests[0]?.[chain], chain).toBeLessThanOrEqual(3)
  for (const chain of chains) expect(requests[1]?.[chain], chain).toBe(1)
  expect(defects).toEqual([])
})

test('no position has failed; what has no dollars has no price, or is not there yet', () => {
  const unknown = snapshot.numbers.filter(({ metric, value }) => metric === 'liquidity.position-usd' && value === null)
  expect(unknown.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([])
  expect(unknown.map(({ id }) => id)).toContain('liquidity.position-usd:ethereum:PYUSD_SPTOKEN')
})

const dollarsClose = (id: string, exact: Fixed) => {
  const off = Math.abs(toNumber(subtract(amountOf(id), exact)))
  // a unit of the asset's last place, or 1e-12 of the amount
  expect(off, id).toBeLessThanOrEqual(Math.max(1e-6, toNumber(exact) * 1e-12))
}

describe('the worth of shares, by one large unit, against the contracts’ conversion of the very balance', () => {
  test('every ERC-4626 and Maple vault', async () => {
    const client = clientOf('ethereum')
    const at = blockOf('ethereum')
    const vaults = positions.ethereum.flatMap(({ key, amount, valuation }) =>
      amount.kind === 'balance' && (valuation.kind === 'erc4626' || valuation.kind === 'maple')
        ? [{ key, amount, valuation }]
        : [],
    )
    expect(vaults.length).toBeGreaterThan(8)
    for (const { key, amount, valuation } of vaults) {
      const { address } = ethereum[amount.token as keyof typeof ethereum]
      const { raw } = amountOf(`liquidity.position:ethereum:${key}`)
      const assets =
        valuation.kind === 'maple'
          ? await client.readContract({
              abi: maplePool.abi,
              address,
              functionName: 'convertToExitAssets',
              args: [raw],
              ...at,
            })
          : await client.readContract({
              abi: erc4626.abi,
              address,
              functionName: 'convertToAssets',
              args: [raw],
              ...at,
            })
      const isSusds = valuation.asset === 'SUSDS'
      const usds = isSusds
        ? await client.readContract({
            abi: susds.abi,
            address: ethereum.SUSDS.address,
            functionName: 'convertToAssets',
            args: [assets],
            ...at,
          })
        : assets
      const asset = ethereum[(isSusds ? 'USDS' : valuation.asset) as keyof typeof ethereum].address
      const decimals = await client.readContract({ abi: erc20.abi, address: asset, functionName: 'decimals', ...at })
      dollarsClose(`liquidity.position-usd:ethereum:${key}`, fixed(usds, decimals))
    }
  })

  test('PSM3 shares', async () => {
    const { raw } = amountOf('liquidity.position:base:PSM3')
    const worth = await clientOf('base').readContract({
      abi: psm3.abi,
      address: base.PSM3.address,
      functionName: 'convertToAssetValue',
      args: [raw],
      ...blockOf('base'),
    })
    dollarsClose('liquidity.position-usd:base:PSM3', fixed(worth, 18))
    expect(raw).toBeGreaterThan(0n)
  })

  test('spTokens at SparkLend’s oracle', async () => {
    const price = await clientOf('ethereum').readContract({
      abi: aaveOracle.abi,
      address: ethereum.AAVE_ORACLE.address,
      functionName: 'getAssetPrice',
      args: [ethereum.WETH.address],
      ...blockOf('ethereum'),
    })
    const held = amountOf('liquidity.position:ethereum:WETH_SPTOKEN')
    expect(held.raw).toBeGreaterThan(0n)
    expect(
      subtract(amountOf('liquidity.position-usd:ethereum:WETH_SPTOKEN'), multiply(held, fixed(price, 8))).raw,
    ).toBe(0n)
  })
})

test('Sky’s supply is its holders’ spTokens', async () => {
  const client = clientOf('ethereum')
  const holders = [ethereum.ALM_PROXY, ethereum.ALM_PROXY_FREEZABLE, ethereum.D3M_SPARK_DAI]
  for (const key of ['DAI', 'USDC', 'WETH'] as const) {
    const balances = await Promise.all(
      holders.map(({ address }) =>
        client.readContract({
          abi: erc20.abi,
          address: ethereum[`${key}_SPTOKEN`].address,
          functionName: 'balanceOf',
          args: [address],
          ...blockOf('ethereum'),
        }),
      ),
    )
    expect(amountOf(`lend.sky-supplied:ethereum:${key}`).raw).toBe(balances.reduce((sum, each) => sum + each, 0n))
  }
})
