import type { Locale } from '../../format/locale'
import { messages } from '../../i18n/messages'
import type { Class } from '../../metrics/types'
import { phrases } from '../words'
import { classesOf } from './aligned-series'
import { type ChartState, newestReading } from './chart-state'
import { statusOf } from './status'

/** What is said of a chart around its picture, in one language. */
export type FigureTexts = {
  readonly title: string
  readonly what: string
  readonly caption: string
  readonly classes: readonly Class[]
  /** What is known of the newest numbers. */
  readonly status: string
  readonly asOf: { readonly t: number; readonly text: string }
  readonly method: string
  readonly source: string
  /** Said where the numbers are not mainnet's; null on the live networks. */
  readonly local: string | null
  /** Of a window that is over: whether chains are fresh says nothing of it. */
  readonly past: boolean
}

const versionsOf = ({ series }: ChartState): string => {
  const versions = [...new Set(series.flatMap(({ methodVersions }) => methodVersions))].sort((a, b) => a - b)
  return versions.length === 0 ? '1' : versions.join(', ')
}

export const textsOf = (state: ChartState, locale: Locale): FigureTexts => {
  const { title, what, source } = state.document
  const newest = newestReading(state)
  return {
    title: title[locale],
    what: what[locale],
    caption: state.caption(locale),
    classes: classesOf(state.series),
    status: statusOf(state, locale),
    asOf: { t: newest, text: phrases[locale].asOf(newest) },
    method: phrases[locale].method(versionsOf(state)),
    source: source[locale],
    past: state.past,
    local: state.network === 'embedded' ? messages[locale].common.local.mark : null,
  }
}
