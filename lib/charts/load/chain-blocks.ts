import { type ChainSlug, chainSlugs } from '../../chains'
import { numberId, scopeOf } from '../../metrics/number-id'
import type { Snapshot } from '../../snapshot/types'
import type { Chart } from '../define/define-chart'
import type { View } from '../query/view'
import type { ChainBlocks } from '../state/chart-data'
import { seriesChoices } from '../state/select-series'
import { getHistory } from './history'
import type { ChartSource } from './source'

/** A number that every chain has at every instant that was read: its blocks are the chain's. */
const witness = (chain: ChainSlug): string => numberId('tvl.total-usd', chain, 'TOTAL')

/** The chains whose blocks no point says, for it is a sum of several numbers. */
const chainsOfSums = (chart: Chart, view: View, known: ReadonlySet<string>): readonly ChainSlug[] => {
  const found = new Set<ChainSlug>()
  for (const { spec, shown } of seriesChoices(chart, view, known)) {
    if (!shown || spec.of.kind !== 'numbers') continue
    const scopes = new Set(spec.of.ids.map((id) => scopeOf(id) ?? 'all'))
    if (scopes.has('all')) return chainSlugs
    if (spec.of.ids.length > 1) for (const scope of scopes) if (scope !== 'all') found.add(scope)
  }
  return chainSlugs.filter((chain) => found.has(chain))
}

type Asked = {
  readonly chart: Chart
  readonly view: View
  readonly known: ReadonlySet<string>
  readonly until: number
  readonly revision?: number
}

/** The blocks that sums over chains were read at, chain by chain: of each stored instant, and of the snapshot that ends them. */
export const getChainBlocks = async (
  source: ChartSource,
  { chart, view, known, until, revision }: Asked,
  newest: { readonly snapshot: Snapshot; readonly at: number } | null,
): Promise<readonly ChainBlocks[]> => {
  const chains = chainsOfSums(chart, view, known)
  const history = await getHistory(source, chains.map(witness), view, until, revision)
  return chains.map((chain, i): ChainBlocks => {
    const past = (history[i] ?? []).flatMap(({ t, block, hash, timestamp }) =>
      block === null || hash === null || (newest !== null && t >= newest.at) || t > until
        ? []
        : [{ t, block: String(block), hash, time: timestamp }],
    )
    const now = newest?.snapshot.asOf[chain]
    if (newest === null || now === undefined) return { chain, blocks: past }
    const last = { t: newest.at, block: String(now.block), hash: now.hash, time: now.timestamp }
    return { chain, blocks: [...past, last] }
  })
}
