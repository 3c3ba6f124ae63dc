import type { Network } from '../../chains'
import { DAY, HOUR } from '../../format/time'
import { messages } from '../../i18n/messages'
import { hasRead, numbersOf } from '../../numbers/number-index'
import type { Snapshot } from '../../snapshot/types'
import type { Revision } from '../../store/types'
import { ChartError } from '../chart-error'
import type { Chart } from '../define/define-chart'
import { BadViewError } from '../query/bad-view'
import type { Days, View } from '../query/view'
import type { ChartData } from '../state/chart-data'
import { numbersNeeded, spanOf } from '../state/select-series'
import { getGaps, getNewestRevision } from './cached-reads'
import { getChainBlocks } from './chain-blocks'
import { getHistory, isComplete, settledUntil } from './history'
import { type ChartSource, knownNumbers, newestSnapshot } from './source'
import { toSeries } from './to-series'

/** Blocks of this age are final on every chain: what is stored up to there is never added to later. */
const FINAL_AFTER = 6 * HOUR

/** Everything that a chart's documents are made of: page, embed, picture and data alike. */
export type LoadedChart = ChartData & {
  readonly network: Network
  readonly chart: Chart
  readonly view: View
  /** The snapshot whose numbers end the lines; null where days are pinned. */
  readonly snapshot: Snapshot | null
  /** The newest midnight up to which everything drawn is stored for good; null where no day can be pinned. */
  readonly settled: number | null
  /** Names the history as it is stored now, for links that never change. */
  readonly stored: number
  /** Nothing can ever be added to what is drawn, though no revision is named: all of it is held. */
  readonly complete: boolean
}

type Read = {
  readonly source: ChartSource
  readonly chart: Chart
  readonly view: View
  readonly newest: Revision
  readonly revision?: number
}

/** The moment that a snapshot is of to a chart: that of its one chain's block, so that plan and contracts are told by one clock. */
const momentOf = ({ clock }: Chart, { asOf, time }: Snapshot): number =>
  (clock === undefined ? undefined : asOf[clock]?.timestamp) ?? time

/** What is drawn of the numbers up to now, or up to a snapshot: their history, then the snapshot's own values. */
const loadSnapshot = async (
  { source, chart, view, newest, revision }: Read,
  snapshot: Snapshot,
): Promise<LoadedChart> => {
  const ids = numbersNeeded(chart, view, knownNumbers(snapshot))
  const asOf = momentOf(chart, snapshot)
  const until = view.pin !== null ? asOf - FINAL_AFTER - ((asOf - FINAL_AFTER) % DAY) : asOf
  const named = revision === undefined ? {} : { revision }
  const [history, gaps, blocks] = await Promise.all([
    getHistory(source, ids, view, until, revision),
    getGaps(source, 0, until, revision),
    getChainBlocks(source, { chart, view, known: knownNumbers(snapshot), until, ...named }, { snapshot, at: asOf }),
  ])
  const numbers = numbersOf(snapshot)
  return {
    network: source.network,
    chart,
    view,
    snapshot,
    series: ids.map((id, i) => toSeries(id, history[i] ?? [], { numbers, at: asOf })),
    gaps,
    blocks,
    asOf,
    settled: settledUntil(history, ids, gaps),
    stored: newest.storedAt,
    complete: view.pin !== null && isComplete(history, spanOf(chart, view, asOf).from, until),
  }
}

const lastDay = { en: messages.en.charts.bad.pin, 'zh-Hant': messages['zh-Hant'].charts.bad.pin }

const unknownRevision = '`pin` names a state of the history that this store never held.'

/** What is drawn of finalised days alone: nothing of it speaks of the newest snapshot. */
const loadDays = async (
  { source, chart, view, newest, revision }: Read,
  pin: Days,
  latest: Snapshot,
): Promise<LoadedChart> => {
  const { from, to } = pin
  const held = revision === undefined ? null : await source.store.storedNumbers(from, to, DAY, revision)
  if (held?.length === 0) throw new ChartError('unknown-snapshot', unknownRevision)
  let known: ReadonlySet<string> = new Set(held ?? [...knownNumbers(latest), ...view.hide, ...view.add])
  const until = revision === undefined ? latest.time : to
  const allGaps = await getGaps(source, 0, until, revision)
  // numbers that came later have no points here: the chart is then that of the numbers that were
  let leftOut = false
  for (;;) {
    const ids = numbersNeeded(chart, view, known)
    const whole = await getHistory(source, ids, view, until, revision)
    const settled = settledUntil(whole, ids, allGaps)
    if (revision === undefined && to > (settled ?? latest.time))
      throw new BadViewError([{ parameter: 'pin', allowed: lastDay }])
    const history = whole.map((points) => points.filter(({ t }) => t <= to))
    const without = ids.filter((id, i) => known.has(id) && history[i]?.length === 0)
    if (without.length === 0) {
      const series = ids.map((id, i) => toSeries(id, history[i] ?? [], null))
      const gaps = allGaps.filter((gap) => gap.from <= to)
      const named = revision === undefined ? {} : { revision }
      const all = await getChainBlocks(source, { chart, view, known, until, ...named }, null)
      const blocks = all.map((each) => ({ ...each, blocks: each.blocks.filter(({ t }) => t <= to) }))
      // a plan is drawn whole, from before the days that are pinned; a number left out for want of points may be filled yet
      const isWhole = isComplete(history, Math.min(from, spanOf(chart, view, to).from), to)
      const complete = ids.length > 0 && !leftOut && isWhole
      return {
        network: source.network,
        chart,
        view,
        snapshot: null,
        series,
        gaps,
        blocks,
        asOf: to,
        settled,
        stored: newest.storedAt,
        complete,
      }
    }
    leftOut = true
    known = new Set([...known].filter((id) => !without.includes(id)))
  }
}

/** Reads what a view draws. @throws ChartError before the first snapshot, and for pins of what is not stored, or not yet for good. */
export const loadChart = async (source: ChartSource, chart: Chart, view: View): Promise<LoadedChart> => {
  const { pin } = view
  const now = newestSnapshot(source)
  const [newest, named] = await Promise.all([
    getNewestRevision(source),
    pin?.stored === undefined ? undefined : source.store.revision(pin.stored),
  ])
  if (newest === null || named === null) throw new ChartError('unknown-snapshot', unknownRevision)
  const read: Read = { source, chart, view, newest, ...(named ? { revision: named.id } : {}) }
  if (pin === null) return loadSnapshot(read, now)
  if (!('snapshot' in pin)) return loadDays(read, pin, now)
  const pinned = now.id === pin.snapshot ? now : await source.store.snapshotById(pin.snapshot)
  if (pinned === null || !hasRead(pinned)) throw new ChartError('unknown-snapshot')
  return loadSnapshot(read, pinned)
}
