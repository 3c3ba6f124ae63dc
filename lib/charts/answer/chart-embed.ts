import { freshnessOf, freshnessSummary } from '../../snapshot/freshness'
import { loadChart } from '../load/load-chart'
import { parseChartRequest } from '../load/parse-request'
import { pinOf } from '../load/pin'
import type { ChartSource } from '../load/source'
import { renderEmbed } from '../render/embed/document'
import { stateOf } from './build'

type Embed = {
  readonly body: string
  /** Nothing can be added to it any more: it may be kept for good. */
  readonly immutable: boolean
}

/** A chart as a document for other sites, in the state that a query names. @throws ChartError */
export const chartEmbed = async (
  source: ChartSource,
  slug: string,
  search: URLSearchParams,
  nonce: string,
): Promise<Embed> => {
  const { chart, view } = await parseChartRequest(source, slug, search)
  const loaded = await loadChart(source, chart, view)
  const state = stateOf(loaded)
  const pin = view.pin ?? pinOf(loaded, state.x.from)
  const chains = freshnessOf(source.latest(), { network: source.network, now: source.now() })
  const freshness = freshnessSummary(chains)
  return { body: renderEmbed(loaded, state, { nonce, pin, freshness }), immutable: loaded.complete }
}
