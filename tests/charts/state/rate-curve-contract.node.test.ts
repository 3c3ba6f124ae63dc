import { createPublicClient, http, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reserveCurve } from '@/components/lend/curve-model'
import { type Reserve, reservesOf } from '@/components/lend/reserve-model'
import { chainBySlug } from '@/lib/chains'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { lendMetrics } from '@/lib/metrics/lend'
import { numbersOf } from '@/lib/numbers/number-index'
import { addressOf } from '@/lib/numbers/value'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

const abi = parseAbi([
  'struct CalculateInterestRatesParams { uint256 unbacked; uint256 liquidityAdded; uint256 liquidityTaken; uint256 totalStableDebt; uint256 totalVariableDebt; uint256 averageStableBorrowRate; uint256 reserveFactor; address reserve; address aToken; }',
  'function calculateInterestRates(CalculateInterestRatesParams params) view returns (uint256 liquidityRate, uint256 stableBorrowRate, uint256 variableBorrowRate)',
  'function balanceOf(address) view returns (uint256)',
])
/** All the money there is, in the asset's units: so much of it can be lent that every utilisation is met exactly. */
const ALL = 10n ** 27n
const markets = ['ethereum', 'gnosis'] as const

let devnet: Devnet
const snapshots = new Map<string, Snapshot>()

beforeAll(async () => {
  const now = Date.UTC(2026, 8, 12) / 1000
  devnet = await startDevnet({ now, from: now - 86_400, chains: markets })
  for (const slug of markets) {
    const source = createSource({ chain: chainBySlug(slug), urls: [devnet.urls[slug]], finality: 'latest', quorum: 1 })
    const report = (error: unknown) => {
      throw error
    }
    const taken = await takeSnapshot({ sources: [source], metrics: lendMetrics, previous: null, now, report })
    snapshots.set(slug, taken.snapshot)
  }
})

afterAll(() => devnet?.stop())

describe.each(markets)('the interest-rate curves of %s', (slug) => {
  const reserves = (): readonly Reserve[] => {
    const snapshot = snapshots.get(slug)
    return snapshot === undefined ? [] : reservesOf(numbersOf(snapshot), chainBySlug(slug))
  }

  it('are what each reserve’s strategy itself answers, at every utilisation of their tables', async () => {
    const client = createPublicClient({ transport: http(devnet.urls[slug]) })
    expect(reserves().length).toBeGreaterThan(5)
    for (const reserve of reserves()) {
      const [strategy, asset, holder] = [
        addressOf(reserve.get('rate-strategy')),
        reserve.address,
        addressOf(reserve.get('sp-token')),
      ]
      const blockNumber = reserve.asOf?.block
      if (!strategy || !asset || !holder || blockNumber === undefined) throw new Error(`${reserve.key} is not known`)
      const held = await client.readContract({
        address: asset,
        abi,
        functionName: 'balanceOf',
        args: [holder],
        blockNumber,
      })
      const table = reserveCurve(reserve, 'en')?.table ?? []
      expect(table.length).toBeGreaterThan(5)
      for (const { utilization, borrowApr, supplyApr } of table) {
        const debt = utilization.raw
        const available = ALL - debt
        const [supply, , borrow] = await client.readContract({
          address: strategy,
          abi,
          functionName: 'calculateInterestRates',
          args: [
            {
              unbacked: 0n,
              liquidityAdded: available > held ? available - held : 0n,
              liquidityTaken: available > held ? 0n : held - available,
              totalStableDebt: 0n,
              totalVariableDebt: debt,
              averageStableBorrowRate: 0n,
              reserveFactor: reserve.get('reserve-factor').value?.raw ?? 0n,
              reserve: asset,
              aToken: holder,
            },
          ],
          blockNumber,
        })
        expect([reserve.key, debt, borrowApr.raw, supplyApr.raw]).toEqual([reserve.key, debt, borrow, supply])
      }
    }
  })
})
