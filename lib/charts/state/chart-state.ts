import type { ChainSlug, Network } from '../../chains'
import type { Locale, Words } from '../../format/locale'
import type { Unit } from '../../metrics/types'
import type { Scale } from '../query/view'
import type { AlignedSeries } from './aligned-series'
import type { ReadBlock } from './chart-data'
import type { MissingRange } from './missing-ranges'
import type { Span } from './select-series'
import type { Stack } from './stack'

/** What a chart is, whatever it shows. */
export type ChartDocument = {
  readonly slug: string
  readonly version: number
  readonly title: Words
  /** One sentence: what it shows. */
  readonly what: Words
  readonly source: Words
  readonly unit: Unit
  readonly symbol?: string
}

/** Time in unix seconds, or a ratio from 0 to 1 with the name of what it measures. */
export type XDomain =
  | ({ readonly kind: 'time' } & Span)
  | { readonly kind: 'ratio'; readonly from: number; readonly to: number; readonly title: Words }

/** A vertical line at a moment or ratio, with words. */
export type Mark = {
  readonly at: number
  readonly text: Words
  readonly isToday: boolean
}

/** Why a plot stays empty. */
export type EmptyReason = 'noneOnChains' | 'hidden' | 'allGap' | 'noneInRange' | 'none' | 'noShares' | 'logDrops'

/**
 * Everything a chart says in one view, exact and without a size: what is drawn on, written as a table or downloaded. Built
 * once for each answer, whatever the number of pictures in it.
 */
export type ChartState = {
  readonly document: ChartDocument
  /** The network that its numbers are of: a local one is named wherever the chart is shown. */
  readonly network: Network
  readonly scale: Scale
  /** On a scale of shares: what they are of, an exact decimal; left out where it is the stack's own total. */
  readonly whole?: string
  readonly x: XDomain
  readonly yTitle?: Words
  /** Readings are due until then. */
  readonly asOf: number
  /** The view is of a window that is over: nothing in it is of now. */
  readonly past: boolean
  /** Positions on the x axis at which any series may have a value, rising. */
  readonly instants: readonly number[]
  /** Those at which numbers are stored: between them a plan may have knots of its own. */
  readonly stored: readonly number[]
  /** Usual distance of two stored instants. */
  readonly every: number
  /** All series in view that have a value anywhere, in the chart's order. */
  readonly series: readonly AlignedSeries[]
  /** Those stacked on each other, with the small ones folded into one; and their running totals. */
  readonly stacked: readonly AlignedSeries[]
  readonly stack: Stack | null
  readonly lines: readonly AlignedSeries[]
  /** Keys of lines drawn in grey and without a name of their own. */
  readonly unnamed: ReadonlySet<string>
  /** In view, yet nowhere known in this span. */
  readonly unread: readonly AlignedSeries[]
  readonly missing: readonly MissingRange[]
  /** Of each chain that a sum over chains adds up: the block it was read at, by instant. */
  readonly chainBlocks: ReadonlyMap<ChainSlug, ReadonlyMap<number, ReadBlock>>
  /** Least and greatest of what is drawn, on the scale's own terms; null where nothing is. */
  readonly extent: readonly [low: number, high: number] | null
  readonly empty: EmptyReason | null
  readonly marks: readonly Mark[]
  /** Where the subject stands now, on an x axis that is not time. */
  readonly current: number | null
  /** What always holds, after what is said of this view. */
  readonly notes: readonly Words[]
  caption(locale: Locale): string
}

/** From a value to its place on the scale; NaN where it has none. */
export const toScale = ({ scale, whole }: Pick<ChartState, 'scale' | 'whole'>) => {
  const divisor = scale === 'share' && whole !== undefined ? Number(whole) : 1
  return (value: number): number => (scale === 'log' && value <= 0 ? Number.NaN : value / divisor)
}

/** Unix seconds of the newest reading that is drawn. */
export const newestReading = ({ stored, asOf }: Pick<ChartState, 'stored' | 'asOf'>): number =>
  Math.min(stored.at(-1) ?? asOf, asOf)
