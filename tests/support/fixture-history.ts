import type { ChainSlug } from '@/lib/chains'
import { chains } from '@/lib/chains'
import { fromDecimalString } from '@/lib/math/fixed'
import type { Observation } from '@/lib/metrics/types'
import { decimalOf } from '@/lib/numbers/value'
import type { Snapshot } from '@/lib/snapshot/types'
import type { Gap, Revision, SeriesPoint, Store } from '@/lib/store/types'
import { reserveNumbers } from './fixture-reserves'
import { fixtureSnapshot } from './fixture-snapshot'

const HOUR = 3_600
const DAY = 86_400
const DAYS = 400

const extra = (
  id: string,
  value: string,
  unit: Observation['unit'],
  kind: Observation['class'] = 'onchain',
): Observation => {
  const [metric = '', chain = 'all', key = ''] = id.split(':')
  return {
    id,
    metric,
    // safe: the ids below are ours
    chain: chain as Observation['chain'],
    key,
    status: 'ok',
    value: fromDecimalString(value),
    unit,
    class: kind,
    methodVersion: 1,
  }
}

const totals: Readonly<Record<ChainSlug, string>> = {
  ethereum: '7622520000.25',
  gnosis: '31200000',
  base: '122000000',
  arbitrum: '99300000',
  optimism: '21000000',
  unichain: '10000',
}

/** The fixture snapshot with what the charts draw beside it, and whole reserves. */
export const chartSnapshot: Snapshot = {
  ...fixtureSnapshot,
  numbers: [
    ...fixtureSnapshot.numbers,
    ...chains.map(({ slug }) => extra(`tvl.total-usd:${slug}:TOTAL`, totals[slug], 'usd', 'issuer')),
    extra('savings.apy:base:SUSDS', '0.045000000000123', 'ratio'),
    extra('savings.apy:ethereum:SPUSDT', '0.0502', 'ratio'),
    extra('spk.stream:ethereum:TOTAL', '1300000000.125', 'token'),
    extra('spk.distributed:ethereum:TOTAL', '1250000000.5', 'token'),
    extra('spk.claimed:ethereum:TOTAL', '1100000000', 'token'),
    ...reserveNumbers,
  ],
}

const byId = new Map(chartSnapshot.numbers.map((num) => [num.id, num]))

/** Deterministic and smooth: no two numbers move alike, and each ends at its snapshot's own value. */
const factor = (id: string, t: number): number => {
  const seed = [...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, 7)
  const days = (fixtureSnapshot.time - t) / DAY
  if (id.startsWith('savings.apy')) return 1 + Math.floor(days / (60 + (seed % 40))) * 0.04
  return 1 - (days / DAYS) * 0.4 + Math.sin(days / 9 + seed) * 0.01 * Math.min(days, 5)
}

const blockAt = (chain: ChainSlug, t: number): bigint => {
  const { block, timestamp } = fixtureSnapshot.asOf[chain] ?? { block: 0n, timestamp: 0 }
  return block - BigInt(Math.round((timestamp - t) / 12))
}

/** Days on which Ethereum could not be read, and with it no sum over the chains. */
export const fixtureGap: Gap = {
  chain: 'ethereum',
  from: fixtureSnapshot.time - 120 * DAY,
  to: fixtureSnapshot.time - 108 * DAY,
  reason: { code: 'no-archive' },
}

const isChain = (text: string): text is ChainSlug => chains.some(({ slug }) => slug === text)

/** A year of midnights and a month of hours of each number of the snapshot, as stored at `now`. */
export const readFixtureSeries = (
  id: string,
  from: number,
  to: number,
  every: number,
  now = fixtureSnapshot.time,
): readonly SeriesPoint[] => {
  const value = byId.get(id)
  const last = decimalOf(value ?? extra(id, '0', 'count'))
  if (value === undefined || last === null) return []
  const chain = id.split(':')[1] ?? 'all'
  const first = Math.max(from, fixtureSnapshot.time - DAYS * DAY)
  const points: SeriesPoint[] = []
  for (let t = Math.ceil(first / every) * every; t <= Math.min(to, now - HOUR); t += every) {
    if (t % DAY !== 0 && t < now - 30 * DAY) continue
    if (t > fixtureGap.from && t < fixtureGap.to && (chain === 'all' || chain === 'ethereum')) continue
    const block = isChain(chain) ? blockAt(chain, t) : null
    points.push({
      number: id,
      t,
      // an address is the same one all along
      value: value.unit === 'address' ? last : (Number(last) * factor(id, t)).toFixed(12),
      status: 'ok',
      methodVersion: 1,
      block,
      hash: block === null ? null : `0x${block.toString(16).padStart(64, '0')}`,
      timestamp: block === null ? null : t - 5,
    })
  }
  return points
}

const fixtureRevision: Revision = { id: 9, storedAt: 1_751_400_000_000 }

/** Names the state of the history in links that never change. */
export const fixtureStored = fixtureRevision.storedAt

/** What a store says of its only revision. */
export const fixtureRevisions: Pick<Store, 'revision' | 'storedNumbers'> = {
  revision: async (storedAt = fixtureStored) => (storedAt === fixtureStored ? fixtureRevision : null),
  storedNumbers: async (from, to, every) =>
    [...byId.keys()].filter((id) => readFixtureSeries(id, from, to, every).length > 0),
}
