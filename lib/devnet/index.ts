import { type ChainSlug, chainBySlug, chainSlugs } from '../chains'
import { type Nodes, startNodes } from './anvil'
import { build, genesisOf, type Head } from './build'
import { dayAt, midnight } from './calendar'
import { setups } from './chain-setups'
import { compile } from './compile'

export type Progress = {
  readonly chain: ChainSlug
  readonly step: string
  readonly done: number
  readonly total: number
}

export type DevnetOptions = {
  /** Unix seconds: the network ends at the last midnight UTC at or before this. */
  readonly now: number
  /** Unix seconds: where it begins; 2025-06-01 unless given. A late beginning starts fast, with other block hashes. */
  readonly from?: number
  readonly chains?: readonly ChainSlug[]
  /** Ports by chain; free ones where none is given. */
  readonly ports?: Partial<Record<ChainSlug, number>>
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

export type Devnet = {
  readonly urls: Readonly<Record<ChainSlug, string>>
  readonly heads: Readonly<Record<ChainSlug, Head>>
  /** The processes that belong to the network; all end with stop(), and with the process that started it. */
  readonly pids: readonly number[]
  stop(): Promise<void>
}

/**
 * Starts the embedded network: one local EVM node a chain, with Spark's contracts at their real addresses, a block at each
 * midnight UTC, and balances that reproduce the figures of the articles. Same code and same day give the same block hashes;
 * a later `now` only adds blocks. Throws where a node does not start or a transaction of the script fails.
 */
export const startDevnet = async (options: DevnetOptions): Promise<Devnet> => {
  const { now, from, chains = chainSlugs, ports = {}, onProgress, signal } = options
  const last = dayAt(now)
  const first = Math.max(0, from === undefined ? 0 : dayAt(from))
  if (last < first) throw new RangeError(`The embedded network begins at ${midnight(first)}; it cannot end at ${now}.`)
  for (const chain of chains) onProgress?.({ chain, step: 'compiling contracts', done: 0, total: last - first + 1 })
  const compilation = await compile()
  const scripts = chains.map((slug) => {
    const { setup, firstBlock } = setups[slug](compilation, first)
    const genesis = genesisOf(setup, firstBlock)
    const port = ports[slug]
    const options = { chainId: chainBySlug(slug).id, ...(port === undefined ? {} : { port }), ...genesis }
    return { slug, setup, options }
  })
  const nodes = await startNodes(
    scripts.map((script) => script.options),
    signal,
  )
  try {
    const heads = await Promise.all(
      scripts.map(({ slug, setup }, i) => {
        const rpc = nodes.rpcs[i]
        if (!rpc) throw new Error(`No node for ${slug}`)
        const report = (step: string, done: number, total: number) => onProgress?.({ chain: slug, step, done, total })
        return build(rpc, setup, last, report, signal)
      }),
    )
    return assemble(chains, nodes, heads)
  } catch (error) {
    await nodes.stop()
    throw error
  }
}

const assemble = (chains: readonly ChainSlug[], { rpcs, pids, stop }: Nodes, heads: readonly Head[]): Devnet => ({
  urls: Object.fromEntries(chains.map((slug, i) => [slug, rpcs[i]?.url])) as Record<ChainSlug, string>,
  heads: Object.fromEntries(chains.map((slug, i) => [slug, heads[i]])) as Record<ChainSlug, Head>,
  pids,
  stop,
})

export type { Head } from './build'
