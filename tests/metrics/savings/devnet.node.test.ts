import { type Address, createTestClient, type Hex, http, stringToHex, toHex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ChainSlug, chainBySlug } from '@/lib/chains'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { call, SENDER } from '@/lib/devnet/calls'
import { metrics } from '@/lib/metrics'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

const now = Date.UTC(2026, 6, 6) / 1000
const chains = ['ethereum', 'base'] as const
const ethereum = chainBySlug('ethereum').contracts
const base = chainBySlug('base').contracts
const halted = 2n ** 256n - 1n

let devnet: Devnet
let before: Snapshot
let charged: Snapshot
let after: Snapshot

/** Lets the network's director make one call, in a block of its own. */
const send = async (chain: ChainSlug, to: Address, signature: string, ...args: readonly unknown[]): Promise<void> => {
  const node = createTestClient({ mode: 'anvil', transport: http(devnet.urls[chain]) })
  const { data } = call(to, signature, ...args)
  const transaction = { from: SENDER, to, data, gas: toHex(3_000_000), gasPrice: '0x0' }
  const hash = await node.request<{ Parameters: unknown[]; ReturnType: Hex; Method: 'eth_sendTransaction' }>({
    method: 'eth_sendTransaction',
    params: [transaction],
  })
  await node.mine({ blocks: 1 })
  const receipt = await node.request<{ Parameters: unknown[]; ReturnType: { status: Hex }; Method: string }>({
    method: 'eth_getTransactionReceipt',
    params: [hash],
  })
  if (receipt.status !== '0x1') throw new Error(`${signature} was refused`)
}

const setFee = (fee: bigint) =>
  send('ethereum', ethereum.PSM.address, 'file(bytes32,uint256)', stringToHex('tout', { size: 32 }), fee)

/** The oracle as it is before its first message: every field 0. */
const unsetOracle = () =>
  send('base', base.SSR_AUTH_ORACLE.address, 'setSUSDSData((uint96 ssr,uint120 chi,uint40 rho))', {
    ssr: 0n,
    chi: 0n,
    rho: 0n,
  })

beforeAll(async () => {
  devnet = await startDevnet({ now, from: now - 3 * 86_400, chains })
  const sources = chains.map((slug) =>
    createSource({ chain: chainBySlug(slug), urls: [devnet.urls[slug]], finality: 'latest', quorum: 1 }),
  )
  const take = async (previous: Snapshot | null) =>
    (await takeSnapshot({ sources, metrics, previous, now, report: () => undefined })).snapshot
  before = await take(null)
  await setFee(10n ** 15n)
  charged = await take(before)
  await setFee(halted)
  await unsetOracle()
  after = await take(charged)
})

afterAll(async () => {
  await devnet?.stop()
})

const numOf = ({ numbers }: Snapshot, id: string) => numbers.find((num) => num.id === id)

it('sUSDC can be withdrawn at once as long as the module gives USDC out', () => {
  const instant = numOf(before, 'savings.instant-liquidity:ethereum:SUSDC')
  expect(instant).toMatchObject({ status: 'ok', value: { raw: 3_800_000_000_000_000n, decimals: 6 } })
  expect(instant?.note).toBeUndefined()
})

it('A fee that the module takes is named beside the same amount', () => {
  expect(numOf(charged, 'savings.instant-liquidity:ethereum:SUSDC')).toMatchObject({
    status: 'ok',
    note: 'fee',
    value: numOf(before, 'savings.instant-liquidity:ethereum:SUSDC')?.value,
  })
})

it('A halted module leaves nothing to withdraw at once, on Ethereum alone', () => {
  expect(numOf(after, 'savings.instant-liquidity:ethereum:SUSDC')).toMatchObject({
    status: 'ok',
    note: 'halted',
    value: { raw: 0n, decimals: 6 },
  })
  expect(numOf(after, 'savings.instant-liquidity:base:SUSDC')).toEqual(
    expect.objectContaining({
      status: 'ok',
      value: numOf(before, 'savings.instant-liquidity:base:SUSDC')?.value,
    }),
  )
})

it('An oracle without a rate makes no asset, dollar or price of a share 0: each is absent', () => {
  for (const metric of ['rate', 'apy', 'live-index', 'stored-index', 'assets', 'assets-usd', 'share-price']) {
    for (const key of ['SUSDS', 'SUSDC']) {
      const id = `savings.${metric}:base:${key}`
      expect(numOf(before, id)?.status, id).toBe('ok')
      expect(numOf(after, id), id).toMatchObject({ status: 'absent', value: null, code: 'not-set' })
    }
  }
})

it('Nor is sUSDS in the layer or in the PSM3 worth 0 then, and the sums name it', () => {
  expect(numOf(after, 'liquidity.psm-assets-usd:base:PSM3')).toMatchObject({ status: 'absent', code: 'not-set' })
  expect(numOf(after, 'liquidity.unit-value:base:PSM3')).toMatchObject({ status: 'absent', code: 'not-set' })
  expect(numOf(after, 'liquidity.unit-value:base:SUSDS')).toMatchObject({ status: 'absent', code: 'no-price' })
  const omitted = (id: string) => numOf(after, id)?.omitted?.map((each) => each.id)
  expect(omitted('tvl.bridged-copies-usd:base:TOTAL')).toEqual(['savings.assets-usd:base:SUSDS'])
  expect(omitted('tvl.sky-savings-usd:base:TOTAL')).toEqual(['savings.assets-usd:base:SUSDC'])
  expect(omitted('tvl.gross-usd:base:SAVINGS')).toContain('savings.assets-usd:base:SUSDS')
})
