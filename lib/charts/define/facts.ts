import type { Words } from '../../format/locale'
import type { Scope } from '../../metrics/types'
import type { View } from '../query/view'

/** What a series says newest: an exact decimal; null: not known. */
export type NewestValue = {
  readonly key: string
  readonly name: Words
  readonly group: string
  readonly chain: Scope
  readonly value: string | null
  /** The same where the window begins. */
  readonly first: string | null
}

/** A stretch of time that is over, from its first reading to its last. */
export type PastWindow = {
  readonly from: number
  readonly to: number
  /** Exact sums of the stacked series; null where none are stacked. */
  readonly totals: readonly [first: string | null, last: string | null] | null
}

/** What is known of a chart in a view, for its caption: exact, and in no language yet. */
export type Facts = {
  /** Unix seconds of the newest numbers. */
  readonly asOf: number
  readonly view: View
  /** null where the view goes on to the newest numbers. */
  readonly past: PastWindow | null
  /** Series in view, the most important first. */
  readonly shown: readonly NewestValue[]
  find(key: string): NewestValue | undefined
  /** Exact sum of the stacked series in view; null while a part is not known. */
  readonly total: string | null
  /** That sum so many seconds ago; null where it is not known. */
  totalBefore(seconds: number): string | null
  /** Names of series in view whose newest value is not known. */
  readonly missing: readonly Words[]
}
