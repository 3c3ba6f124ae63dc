/**
 * What the store costs, both engines side by side in one run: `npx tsx tests/store/bench.ts [series] [points] [rounds]`.
 * Ratios and bytes are what counts: absolute times are this machine's.
 */
import { pathToFileURL } from 'node:url'
import { openStore, type Point, type SeriesInfo, type Store, type StoreOptions } from '@/lib/store'
import { blocksAfter, syntheticSnapshot } from '../support/synthetic-snapshot'
import { type EngineUnderTest, engines, query } from './engines'

const HOUR = 3_600
const START = 1_700_000_400 - (1_700_000_400 % HOUR)

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await run()
  return performance.now() - before
}

/** Hourly history of one chain, as a backfill hands it over: all series of some instants at a time. */
function* history(seriesCount: number, instantCount: number, instantsAtOnce: number) {
  const infos: SeriesInfo[] = Array.from({ length: seriesCount }, (_, i) => ({
    number: `lend.supplied:ethereum:KEY_${i}`,
    unit: 'token',
    class: 'onchain',
  }))
  for (let from = 0; from < instantCount; from += instantsAtOnce) {
    const hours = Array.from({ length: Math.min(instantsAtOnce, instantCount - from) }, (_, i) => from + i)
    const instants = hours.map((hour) => ({
      chain: 'ethereum' as const,
      t: START + hour * HOUR,
      block: 18_000_000n + BigInt(hour * 300),
      hash: `0x${(BigInt(hour) * 0x9e3779b97f4a7c15n).toString(16).padStart(64, 'a')}` as const,
      timestamp: START + hour * HOUR - 7,
    }))
    const points = hours.flatMap((hour) =>
      infos.map(
        ({ number }, i): Point => ({
          number,
          t: START + hour * HOUR,
          value: `${1_000_000 + i * 7_919 + hour}.${String((hour * 7_919 + i * 104_729) % 1e9).padStart(18, '3')}`,
          status: 'ok',
          methodVersion: 1,
        }),
      ),
    )
    yield { infos, instants, points }
  }
}

type Subject = {
  engine: EngineUnderTest
  place: StoreOptions
  store: Store
  ingest: number[]
  range: number[]
  daily: number[]
}

async function bytesIn(place: StoreOptions, table: string): Promise<number> {
  const [row] = await query(place, `select pg_total_relation_size('${table}')::float8 as bytes`)
  return Number(row?.bytes ?? 0)
}

/** One engine's part of a run; times in milliseconds. */
export type Measured = {
  readonly name: EngineUnderTest['name']
  readonly pointsASecond: number
  readonly range: number
  readonly daily: number
  readonly bytes: number
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)

/** Ingests the same history into both engines and reads one series of it, whole and by days, in turns. */
export async function measureSeries(
  seriesCount: number,
  instantCount: number,
  rounds: number,
): Promise<readonly Measured[]> {
  const subjects: Subject[] = []
  for (const engine of engines) {
    await engine.start()
    const place = await engine.place()
    subjects.push({ engine, place, store: await openStore(place), ingest: [], range: [], daily: [] })
  }
  const total = seriesCount * instantCount
  // A B A B …: a slow second of the machine falls on both
  for (const batch of history(seriesCount, instantCount, Math.ceil(100_000 / seriesCount)))
    for (const { store, ingest } of subjects)
      ingest.push(await milliseconds(() => store.putPoints(batch.infos, batch.instants, batch.points)))
  for (let round = 0; round < rounds; round++)
    for (const { store, range, daily } of subjects) {
      const number = `lend.supplied:ethereum:KEY_${round % seriesCount}`
      range.push(await milliseconds(() => store.readSeries(number, START, START + (instantCount - 1) * HOUR, HOUR)))
      daily.push(await milliseconds(() => store.readSeries(number, START, START + instantCount * HOUR, 86_400)))
    }
  const measured: Measured[] = []
  for (const { engine, place, store, ingest, range, daily } of subjects) {
    await store.close()
    measured.push({
      name: engine.name,
      pointsASecond: (total / sum(ingest)) * 1000,
      range: median(range),
      daily: median(daily),
      bytes: await bytesIn(place, 'point'),
    })
  }
  return measured
}

function printSeries(measured: readonly Measured[], total: number, instantCount: number): void {
  for (const { name, pointsASecond, range, daily, bytes } of measured)
    console.info(
      `${name.padEnd(9)} ingest ${total} points: ${(total / pointsASecond).toFixed(2)} s, ${Math.round(pointsASecond)} a second` +
        ` · range of ${instantCount}: ${range.toFixed(1)} ms · its daily ones: ${daily.toFixed(1)} ms` +
        ` · ${Math.round(bytes / 1e6)} MB`,
    )
  const [ours, real] = measured
  if (ours && real)
    console.info(
      `embedded : postgres   ingest rate ${(ours.pointsASecond / real.pointsASecond).toFixed(2)} (goal ≥ 0.6)` +
        ` · range time ${(ours.range / real.range).toFixed(2)} (goal ≤ 2.5)` +
        ` · daily ${(ours.daily / real.daily).toFixed(2)} (goal ≤ 2.5)`,
    )
}

/** `all`: every chain has a new block at each poll; otherwise one of six. */
async function benchSnapshots(polls: number, all: boolean): Promise<void> {
  for (const engine of engines) {
    const place = await engine.place()
    const store = await openStore(place)
    const put: number[] = []
    const got: number[] = []
    for (let poll = 0; poll < polls; poll++) {
      const snapshot = syntheticSnapshot(blocksAfter(all ? poll * 6 : poll))
      put.push(await milliseconds(() => store.putSnapshot(snapshot, START + poll)))
      got.push(await milliseconds(() => store.latestSnapshot()))
    }
    await store.close()
    const sizes = await Promise.all([bytesIn(place, 'part'), bytesIn(place, 'snapshot')])
    console.info(
      `${engine.name.padEnd(9)} ${polls} snapshots, ${all ? 'six of six chains' : 'one chain of six'} moving:` +
        ` ${Math.round((sizes[0] + sizes[1]) / polls)} bytes each, all told · put ${median(put).toFixed(1)} ms · get ${median(got).toFixed(1)} ms`,
    )
  }
}

async function main(seriesCount: number, points: number, rounds: number): Promise<void> {
  try {
    printSeries(await measureSeries(seriesCount, points, rounds), seriesCount * points, points)
    const { id: _, ...content } = syntheticSnapshot(blocksAfter(0))
    const { canonicalJson } = await import('@/lib/snapshot/codec')
    console.info(`one snapshot as JSON: ${canonicalJson(content).length} bytes`)
    await benchSnapshots(120, false)
    await benchSnapshots(120, true)
  } finally {
    for (const engine of engines) await engine.stop()
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [seriesCount = 100, points = 10_000, rounds = 15] = process.argv.slice(2).map(Number)
  await main(seriesCount, points, rounds)
}
