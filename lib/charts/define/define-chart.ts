import type { ChainSlug } from '../../chains'
import type { Locale } from '../../format/number'
import type { Class, Scope, Unit } from '../../metrics/types'
import type { View, Viewable } from '../query/view'
import type { Colour } from '../render/palette'

export type Words = Readonly<Record<Locale, string>>

/** Stacked areas for parts of a sum, lines for what drifts, steps for what holds until governance moves it, bars for spans. */
export type Mark = 'area' | 'line' | 'step' | 'bars'

/** A quantity of a span of time, in unix seconds; an exact decimal. */
export type Bar = { readonly from: number; readonly to: number; readonly value: string }

/**
 * Where a series' values come from: stored numbers (several: their exact sum), a plan in closed form that is straight
 * between its knots, or quantities of whole spans.
 */
export type Source =
  | { readonly kind: 'numbers'; readonly ids: readonly [string, ...string[]] }
  | { readonly kind: 'plan'; readonly knots: readonly number[]; at(t: number): string }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }

export type SeriesSpec = {
  /** Its permanent name in links: the id of its number, or a name of the chart's own. */
  readonly key: string
  readonly name: Words
  readonly of: Source
  readonly mark: Mark
  readonly colour: Colour
  readonly class: Class
  readonly chain: Scope
  /** Series of one group are one thing on several chains: one colour, and one label while they agree. */
  readonly group?: string
  readonly dashed?: boolean
  /** For what is uncertain: drawn as a hatched band. */
  readonly hatched?: boolean
  /** Whether the mode shows it before the visitor adds or hides anything. */
  readonly shown: boolean
}

export type ChartEvent = {
  /** Unix seconds. */
  readonly t: number
  readonly text: Words
  /** Only in these modes. */
  readonly modes?: readonly string[]
  readonly source: string
}

export type SeriesContext = {
  /** Ids of all numbers that exist: those of the newest snapshot, and those with a history. */
  readonly known: ReadonlySet<string>
  readonly mode: string
  /** Only these chains; empty or left out: all. Series of one other chain are taken out without the chart's doing. */
  readonly chains?: readonly ChainSlug[]
  /** The series of this mode are shown among those of another: their names must say what they are. */
  readonly foreign?: boolean
}

/** What a series says newest, for captions: exact decimals, and ready words. */
export type LatestValue = {
  readonly key: string
  readonly name: string
  readonly group: string
  readonly chain: Scope
  readonly colour: Colour
  /** null: not known. */
  readonly value: string | null
  readonly text: string
}

export type Latest = {
  /** Unix seconds of the newest numbers. */
  readonly asOf: number
  readonly view: View
  /** Series in view, the most important first, and how they are written. */
  readonly shown: readonly LatestValue[]
  find(key: string): LatestValue | undefined
  /** Exact sum of the stacked series in view; null while a part is not known. */
  readonly total: string | null
  /** That sum so many seconds ago; null where it is not known. */
  totalBefore(seconds: number): string | null
  /** Names of series in view whose newest value is not known. */
  readonly missing: readonly string[]
  amount(value: string): string
  share(part: string, whole: string): string
}

export type ChartText = {
  readonly title: string
  /** One sentence: what it shows. */
  readonly what: string
  readonly notes: readonly string[]
  /** Of a mode, for its button. */
  readonly modes: Readonly<Record<string, string>>
}

/** A declared document with a permanent slug: page, embed, picture and data are made of it alone. */
export type Chart = Viewable & {
  /** Of the document: raised when what it draws changes. */
  readonly version: number
  readonly text: Readonly<Record<Locale, ChartText>>
  readonly unit: Unit
  /** A token's symbol, set after amounts. */
  readonly symbol?: string
  /** Everything it could show in a mode, the most important first; stacks are built from the first upwards. */
  series(context: SeriesContext): readonly SeriesSpec[]
  readonly events: readonly ChartEvent[]
  /** What `all` spans in a mode where it is not simply all that is stored. */
  readonly extent?: Readonly<Record<string, { readonly from: number; readonly to: number }>>
  /** What a share is of, where it is not the stack's own total: an exact decimal. */
  readonly whole?: string
  /** One sentence with the newest numbers: figcaption, alternative text and description of the preview card. */
  caption(latest: Latest, locale: Locale): string
  readonly source: Words
}

/** @throws RangeError at load for a chart that contradicts itself. */
export const defineChart = <const chart extends Chart>(chart: chart): chart => {
  const { slug, view, text } = chart
  if (!/^[a-z][a-z0-9-]*$/.test(slug)) throw new RangeError(`A chart's slug is lower-case words: ${slug}`)
  if (!view.ranges.includes(view.range)) throw new RangeError(`${slug} begins with a range that it does not offer.`)
  for (const locale of ['en', 'zh-Hant'] as const)
    for (const mode of view.modes)
      if (text[locale].modes[mode] === undefined) throw new RangeError(`${slug} has no ${locale} name for ${mode}.`)
  return chart
}
