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
}

/** What is known of a chart in a view, for its caption: exact, and in no language yet. */
export type Facts = {
  /** Unix seconds of the newest numbers. */
  readonly asOf: number
  readonly view: View
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
