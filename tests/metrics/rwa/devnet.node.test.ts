import { createTestClient, http } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { metrics } from '@/lib/metrics'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

const ethereum = chainBySlug('ethereum')
const now = Date.UTC(2026, 6, 6) / 1000

let devnet: Devnet
let fresh: Snapshot
let later: Snapshot

/** A week in which no issuer reports anything. */
const passWeek = async () => {
  const node = createTestClient({ mode: 'anvil', transport: http(devnet.urls.ethereum) })
  await node.setNextBlockTimestamp({ timestamp: BigInt(now + 7 * 86_400) })
  await node.mine({ blocks: 1 })
}

beforeAll(async () => {
  devnet = await startDevnet({ now, from: now - 3 * 86_400, chains: ['ethereum'] })
  const sources = [
    createSource({ chain: ethereum, urls: [devnet.urls.ethereum], finality: 'latest', quorum: 1 }),
  ] as const
  const take = async (previous: Snapshot | null, at: number) =>
    (await takeSnapshot({ sources, metrics, previous, now: at, report: () => undefined })).snapshot
  fresh = await take(null, now)
  await passWeek()
  later = await take(fresh, now + 7 * 86_400)
})

afterAll(async () => {
  await devnet?.stop()
})

const numOf = ({ numbers }: Snapshot, id: string) => numbers.find((num) => num.id === id)

it('Every fund’s value is of today, with its date, while its issuer reports', () => {
  for (const fund of ['USTB', 'JTRSY', 'USCC']) {
    expect(numOf(fresh, `rwa.nav:ethereum:${fund}`)?.status, fund).toBe('ok')
    const date = Number(numOf(fresh, `rwa.nav-updated:ethereum:${fund}`)?.value?.raw)
    expect(now - date, fund).toBeLessThanOrEqual(86_400)
    expect(now - date, fund).toBeGreaterThanOrEqual(0)
  }
  expect(numOf(fresh, 'tvl.total-usd:all:TOTAL')?.status).toBe('ok')
})

it('After a week without a report JTRSY and USCC stand as stale, and USTB’s oracle gives no price', () => {
  for (const fund of ['JTRSY', 'USCC'])
    expect(numOf(later, `rwa.nav:ethereum:${fund}`), fund).toMatchObject({
      status: 'stale',
      code: 'old-price',
      value: numOf(fresh, `rwa.nav:ethereum:${fund}`)?.value,
    })
  expect(numOf(later, 'rwa.nav:ethereum:USTB')).toMatchObject({ status: 'absent', code: 'no-price' })
  expect(numOf(later, 'rwa.nav:ethereum:BUIDLI')?.status).toBe('ok')
  expect(numOf(later, 'rwa.nav-updated:ethereum:JTRSY')?.value).toEqual(
    numOf(fresh, 'rwa.nav-updated:ethereum:JTRSY')?.value,
  )
})

it('No total hides it: each says that a price is old, and names the dollars that are missing', () => {
  for (const id of ['rwa.spark-holding-usd:all:TOTAL', 'tvl.line-usd:ethereum:RWA', 'tvl.total-usd:all:TOTAL']) {
    const total = numOf(later, id)
    expect(total, id).toMatchObject({ status: 'stale', code: 'old-price' })
    expect(
      total?.omitted?.map(({ id: missing }) => missing),
      id,
    ).toContain('liquidity.position-usd:ethereum:USTB')
  }
})
