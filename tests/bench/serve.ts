import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { askOverAndOver } from './load'
import { record, recordedFile } from './recorded-answers'
import { root, type Site, startSite } from './site'
import { kilobytes, median, type Row, type Section, say, times } from './table'
import type { Web } from './web'

const rounds = 3
/** Rounds before those: until then the engine still compiles what it runs most. */
const warmUps = 1
const seconds = 1.5
const connections = 32
const ofPlain = 0.5
const ofNext = 10
const paths = [
  ['JSON', '/api/v1/series?every=1d&number=tvl.total-usd:all:TOTAL'],
  ['Page', '/charts/tvl'],
  ['Frame', '/embed/v1/tvl'],
  ['Picture', '/charts/tvl.png'],
] as const
const headers = { 'accept-encoding': 'gzip' }

/** Answers a second of its own CPU time, and a second of the clock. */
type Rate = { readonly core: number; readonly clock: number }

const load = async (site: Site, path: string): Promise<Rate> => {
  const before = await site.cpu()
  const good = await askOverAndOver(`${site.url}${path}`, connections, seconds)
  return { core: (good * 1e6) / ((await site.cpu()) - before), clock: good / seconds }
}

/** Whether the answer has an ETag by which it is known again, and what is sent then. */
const isKnownAgain = async (site: Site, path: string) => {
  const tag = (await fetch(site.url + path, { headers })).headers.get('etag')
  if (tag === null) return false
  const again = await fetch(site.url + path, { headers: { ...headers, 'if-none-match': tag } })
  return again.status === 304 && (await again.text()) === ''
}

const thousand = (rate: number) => (rate >= 10_000 ? `${(rate / 1000).toFixed(1)} k` : rate.toFixed(0))
const typical = (rates: readonly Rate[]) => median(rates.map(({ core }) => core))
const clock = (rates: readonly Rate[]) => median(rates.map((rate) => rate.clock))
const ratio = (one: readonly Rate[], other: readonly Rate[]) =>
  median(one.map(({ core }, round) => core / (other[round]?.core ?? core)))

/** Goal 9: how fast what is kept is served. */
export const serveSection = async ({ ours, peerPages, folder: around }: Web, signal: AbortSignal): Promise<Section> => {
  const sites: Site[] = []
  const folder = join(around, 'kept')
  mkdirSync(folder)
  const start = async (...args: Parameters<typeof startSite>) => {
    const site = await startSite(...args)
    sites.push(site)
    return site
  }
  try {
    say('Starting node:http and Next beside our server…')
    const bytes = new Map<string, number>()
    for (const [, path] of paths) bytes.set(path, (await record(folder, ours.url, path)).bytes)
    const plain = await start('plain', folder)
    const next = await start('through', peerPages.folder, { BENCH_KEPT: folder, BENCH_COMPRESS: '1' })
    const through = await start('through', root)
    const rows: Row[] = []
    for (const [name, path] of paths) {
      say(`${name}: ${warmUps + rounds} rounds of ${seconds} s for each of four servers…`)
      const kept = `/kept/${basename(recordedFile('', path, 'json'), '.json')}`
      const subjects = [
        { site: ours, path, rates: [] as Rate[] },
        { site: plain, path, rates: [] as Rate[] },
        { site: next, path: kept, rates: [] as Rate[] },
        { site: through, path, rates: [] as Rate[] },
      ] as const
      for (const { site, path: asked } of subjects) await (await fetch(site.url + asked, { headers })).arrayBuffer()
      for (let round = -warmUps; round < rounds; round++)
        for (const { site, path: asked, rates } of subjects) {
          signal.throwIfAborted()
          const rate = await load(site, asked)
          if (round >= 0) rates.push(rate)
        }
      const [mine, floor, peer, each] = subjects.map(({ rates }) => rates) as [Rate[], Rate[], Rate[], Rate[]]
      const [toPlain, toNext] = [ratio(mine, floor), ratio(mine, peer)]
      const known = await isKnownAgain(ours, path)
      rows.push({
        what: `${name}, ${kilobytes(bytes.get(path) ?? 0)}`,
        ours: `${thousand(typical(mine))} (${thousand(clock(mine))})${known ? ', 304' : ', NO 304'}`,
        peer: `Next’s cache ${thousand(typical(peer))} (${thousand(clock(peer))}), Next alone ${thousand(typical(each))}`,
        floor: `node:http ${thousand(typical(floor))} (${thousand(clock(floor))})`,
        ratio: `${times(toPlain)} node:http, ${toNext.toFixed(1)}× Next’s cache, ${ratio(mine, each).toFixed(0)}× Next alone`,
        goal: `≥ ${ofPlain}×, ≥ ${ofNext}×, 304`,
        met: toPlain >= ofPlain && toNext >= ofNext && known,
      })
    }
    return {
      title: '9 · Serving what is kept: answers a second of one core (a second of the clock)',
      rows,
      notes: [
        `${connections} connections, ${rounds} rounds of ${seconds} s in turns after ${warmUps} to warm up, gzip accepted. Load and server share this machine, so a second of the server’s own CPU time is what counts; the clock’s are bounded by whatever else runs.`,
        'node:http gives the very same bytes, compressed before. Next’s cache: the same bytes by a fixed route handler of a second application, kept and compressed by Next as `next start` does. Next alone: our pages made anew each time, not compressed.',
      ],
    }
  } finally {
    for (const site of sites) await site.stop()
  }
}
