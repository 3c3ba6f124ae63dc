import { loadChart } from '../load/load-chart'
import { parseChartRequest } from '../load/parse-request'
import { pinOf } from '../load/pin'
import type { ChartSource } from '../load/source'
import { type EmbedOptions, renderEmbed } from '../render/embed/document'
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
  options: Omit<EmbedOptions, 'pin'>,
): Promise<Embed> => {
  const { chart, view } = await parseChartRequest(source, slug, search)
  const loaded = await loadChart(source, chart, view)
  const state = stateOf(loaded)
  const pin = view.pin ?? pinOf(loaded, state.x.from)
  return { body: renderEmbed(loaded, state, { ...options, pin }), immutable: loaded.complete }
}
