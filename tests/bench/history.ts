import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chains } from '@/lib/chains'
import { createHistory } from '@/lib/collector/history'
import { instantsBetween } from '@/lib/collector/instants'
import { metrics } from '@/lib/metrics'
import { blocksAt } from '@/lib/reader/block-at'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import { openStore } from '@/lib/store'
import { binarySearch, guardedInterpolation } from './block-search'
import { type Network, startNetwork } from './network'
import { DAY, days, headerOf, type SyntheticChain, start, syntheticChains } from './synthetic-chains'
import { type Row, type Section, say, times } from './table'
import { trafficOf } from './traffic'
import { viemCallOf, viemWays } from './viem-peer'

/** Midnights of the embedded network's past that are read. */
const points = 60
/** As `npm run backfill` has it: an archive node's answer may be this many bytes. */
const answerLimit = 1_000_000
const mostCalls = 1.05
const mostHeaders = 1.1
/** Days of the made-up chains whose last block is looked for; so many at once, as the collector does. */
const targets = 300
const slab = 256

const fail = (error: unknown): never => {
  throw error
}

type Asked = { readonly calls: number; readonly http: number; readonly headers: number }

/** What has passed one chain's proxy; of headers each asked for, however many a request. */
const askedOf = ({ proxies }: Network, slug: (typeof chains)[number]['slug']): Asked => {
  const { exchanges } = proxies[slug]
  const { http, ethCalls } = trafficOf(exchanges)
  const headers = exchanges.reduce(
    (sum, { sent }) => sum + sent.toString().split('"eth_getBlockByNumber"').length - 1,
    0,
  )
  return { calls: ethCalls, http, headers }
}

const resetAll = ({ proxies }: Network) => {
  for (const { slug } of chains) proxies[slug].reset()
}

/** What viem at its defaults needs for the reads of one point of one chain. */
const viemCalls = async (network: Network): Promise<Readonly<Record<string, number>>> => {
  const sources = chains.map((chain) =>
    createSource({ chain, urls: [network.proxies[chain.slug].url], finality: 'latest', quorum: 1, timeoutMs: 60_000 }),
  )
  const now = Math.floor(Date.now() / 1000)
  const { snapshot } = await takeSnapshot({ sources, metrics, previous: null, now, report: fail })
  resetAll(network)
  const counts: Record<string, number> = {}
  for (const chain of chains) {
    const calls = (snapshot.calls[chain.slug] ?? []).map(viemCallOf)
    await viemWays.multicall(chain, network.proxies[chain.slug].url, calls)
    counts[chain.slug] = askedOf(network, chain.slug).calls
  }
  return counts
}

const backfillSection = async (network: Network, dataDir: string): Promise<Section> => {
  const viem = await viemCalls(network)
  const store = await openStore({ databaseUrl: null, dataDir })
  try {
    // New sources each time, as each run of the command has them.
    const fill = async () => {
      resetAll(network)
      const sources = chains.map((chain) =>
        createSource({ chain, urls: [network.proxies[chain.slug].url], finality: 'finalized', quorum: 1, answerLimit }),
      )
      const universe = chains.map(({ slug }) => slug)
      const history = createHistory({ sources, universe, metrics, store, report: fail })
      const newest = (await history.newest()) ?? 0
      resetAll(network)
      const instants = instantsBetween(newest - points * DAY, newest, DAY).slice(0, points)
      const progress = await history.fill({ instants })
      return { progress, asked: new Map(chains.map(({ slug }) => [slug, askedOf(network, slug)])) }
    }
    say(`Reading ${points} midnights of six chains…`)
    const first = await fill()
    say('…and once more…')
    const second = await fill()
    const rows = chains.map(({ slug, name }): Row => {
      const { calls, http, headers } = first.asked.get(slug) ?? { calls: Number.NaN, http: 0, headers: 0 }
      const read = first.progress.find(({ chain }) => chain === slug)?.read ?? 0
      const each = calls / read
      return {
        what: `${name}, ${read} points`,
        ours: `${calls} eth_calls, ${http} HTTP, ${headers} headers`,
        peer: `viem multicall() ${(viem[slug] ?? 0) * read} eth_calls`,
        floor: `${read} eth_calls`,
        ratio: `${each.toFixed(3)} a point; viem ${viem[slug]}`,
        goal: `≤ ${mostCalls}`,
        met: read === points && each <= mostCalls,
      }
    })
    const again = [...second.asked.values()].reduce((sum, { calls }) => sum + calls, 0)
    return {
      title: `5 · Backfill of ${points} daily points on six chains, every number at once`,
      rows: [...rows, { what: 'The same again', ours: `${again} eth_calls`, floor: '0', goal: '0', met: again === 0 }],
      notes: [
        'viem: the same reads by multicall() at its defaults, once a point. It finds no blocks and proves nothing: its headers are not counted.',
      ],
    }
  } finally {
    await store.close()
  }
}

const searchRow = async (chain: SyntheticChain): Promise<Row> => {
  const last = Math.floor(chain.timeOf(chain.head) / DAY) * DAY
  const wanted = instantsBetween(Math.max(start, last - (targets - 1) * DAY), last, DAY)
  const head = headerOf(chain, BigInt(chain.head))
  let reads = 0
  let rounds = 0
  const found: (bigint | undefined)[] = []
  const seen = new Map<bigint, ReturnType<typeof headerOf>>()
  for (let from = 0; from < wanted.length; from += slab) {
    const read = async (numbers: readonly bigint[]) => {
      reads += numbers.length
      rounds += 1
      return numbers.map((number) => {
        const header = headerOf(chain, number)
        seen.set(number, header)
        return header
      })
    }
    const blocks = await blocksAt(wanted.slice(from, from + slab), head, chain.blockTime, read, [...seen.values()])
    found.push(...blocks.map((block) => block?.number))
  }
  const inWay = (search: typeof binarySearch) => {
    const results = wanted.map((time) => search(chain, time))
    return { blocks: results.map(({ block }) => block), reads: results.reduce((sum, each) => sum + each.reads, 0) }
  }
  const [guarded, binary] = [inWay(guardedInterpolation), inWay(binarySearch)]
  const exact = wanted.every((time, index) => {
    const block = Number(found[index] ?? -1)
    const proved = chain.timeOf(block) <= time && (block === chain.head || chain.timeOf(block + 1) > time)
    return proved && guarded.blocks[index] === block && binary.blocks[index] === block
  })
  const each = (count: number) => (count / wanted.length).toFixed(2)
  return {
    what: chain.name,
    ours: `${each(reads)} headers a target, ${rounds} rounds`,
    peer: `guarded interpolation ${each(guarded.reads)}, binary search ${each(binary.reads)}`,
    floor: '2: the block and its next',
    ratio: `${times(reads / guarded.reads)} interpolation${exact ? '' : ', NOT the same blocks'}`,
    goal: `≤ ${mostHeaders}×, same blocks`,
    met: exact && reads <= mostHeaders * guarded.reads,
  }
}

const searchSection = async (): Promise<Section> => {
  say(`Looking for ${targets} midnights’ blocks on made-up chains, beside two peers…`)
  const rows: Row[] = []
  for (const chain of syntheticChains()) rows.push(await searchRow(chain))
  return {
    title: `5 · Headers read to find and prove a block by its time: ${targets} midnights, chains of ${days} days`,
    rows,
    notes: [
      'Ours searches for many times at once and shares what it has read; the peers look for each time by itself, with the first block and the head given to them. All three must answer the same blocks, each proved by its own time and the next one’s.',
    ],
  }
}

/** Goal 5: what filling the past asks of archive nodes. */
export const historySections = async (signal: AbortSignal): Promise<readonly Section[]> => {
  const search = await searchSection()
  const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-bench-'))
  const network = await startNetwork(signal, points + 2).catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  })
  try {
    return [await backfillSection(network, dataDir), search]
  } finally {
    await network.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
