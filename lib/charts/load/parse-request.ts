import { DAY } from '../../format/time'
import { metricOf } from '../../numbers/metric-of'
import { chartBySlug } from '../catalogue'
import { ChartError } from '../chart-error'
import type { Chart } from '../define/define-chart'
import { BadViewError } from '../query/bad-view'
import { parseView } from '../query/codec'
import type { View } from '../query/view'
import { seriesKeys } from '../state/select-series'
import { getSeries } from './cached-reads'
import { type ChartSource, knownNumbers, newestSnapshot } from './source'

const snapshotPin = /^[0-9a-f]{64}$/
/** Names of a list that are looked up, at most. */
const LISTED = 24

/** Numbers that a link to the past may name though the newest snapshot has them no more: such a link stays as it was. */
const pastNumbers = async (
  source: ChartSource,
  search: URLSearchParams,
  now: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const { latest, store } = source
  const [pin = ''] = search.get('pin')?.split('@', 1) ?? []
  if (snapshotPin.test(pin)) return [...knownNumbers(pin === latest()?.id ? null : await store.snapshotById(pin))]
  if (pin === '') return []
  const asked = [...new Set(['hide', 'add'].flatMap((name) => search.get(name)?.split(',', LISTED) ?? []))]
  const gone = asked.filter((key) => metricOf(key) !== undefined && !now.has(key))
  const held = await Promise.all(gone.map((id) => getSeries(source, id, 0, latest()?.time ?? 0, DAY)))
  return gone.filter((_, i) => held[i]?.length !== 0)
}

type Options = {
  /** The language where the query says none. */
  readonly locale?: View['locale']
}

/** The view of a chart that a query names. @throws BadViewError that says what is allowed and repeats nothing; ChartError. */
export const parseChartView = async (
  source: ChartSource,
  chart: Chart,
  search: URLSearchParams,
  options: Options = {},
): Promise<View> => {
  // before anything is read, nobody can say which series a link may name
  const now = knownNumbers(newestSnapshot(source))
  const known = seriesKeys(chart, new Set([...now, ...(await pastNumbers(source, search, now))]))
  const { view, problems } = parseView(chart, search, { known, ...options })
  if (problems.length > 0) throw new BadViewError(problems)
  return view
}

/** The chart and view that a request names. @throws as `parseChartView`. */
export const parseChartRequest = async (
  source: ChartSource,
  slug: string,
  search: URLSearchParams,
  options: Options = {},
): Promise<{ readonly chart: Chart; readonly view: View }> => {
  const chart = chartBySlug(slug)
  if (chart === undefined) throw new ChartError('not-found')
  return { chart, view: await parseChartView(source, chart, search, options) }
}
