import type { ChainSlug } from '../../chains'
import { inBoth, type Locale, type Words } from '../../format/locale'
import type { Class, Scope, Unit } from '../../metrics/types'
import type { Colour } from '../../products/colours'
import type { Viewable } from '../query/view'
import { phrases } from '../words'
import { type Caption, newestOfEach } from './caption'
import { type ChartTexts, type ChartWords, nameIn } from './chart-words'
import type { Facts, PastWindow } from './facts'

/** Stacked areas for parts of a sum, lines for what drifts, steps for what holds until governance moves it, bars for spans. */
export type Mark = 'area' | 'line' | 'step' | 'bars'

/** A quantity of a span of time, in unix seconds; an exact decimal. */
export type Bar = { readonly from: number; readonly to: number; readonly value: string }

/**
 * Where a series' values come from: stored numbers (several: their exact sum, or the first over the second), a plan in closed form that is straight
 * between its knots, or quantities of whole spans.
 */
export type Source =
  | { readonly kind: 'numbers'; readonly ids: readonly [string, ...string[]]; readonly as?: 'sum' | 'ratio' }
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
  /** Under which the chart's words tell it. */
  readonly name: string
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

/** In unix seconds. `ahead`: how far beyond now the range of that name goes; to the end where left out. */
export type Extent = { readonly from: number; readonly to: number; readonly ahead?: number }

/** A chart as its file declares it. */
export type ChartDefinition = Viewable & {
  /** Of the document: raised when what it draws changes. */
  readonly version: number
  readonly text: ChartTexts
  readonly unit: Unit
  /** A token's symbol, set after amounts. */
  readonly symbol?: string
  /** The chain by whose block “now” is told, where all that it shows is of one chain. */
  readonly clock?: ChainSlug
  /** Everything it could show in a mode, the most important first; stacks are built from the first upwards. */
  series(context: SeriesContext): readonly SeriesSpec[]
  readonly events?: readonly Omit<ChartEvent, 'text'>[]
  /** What `all` spans in a mode where it is not simply all that is stored, and `ahead` of it. */
  readonly extent?: Readonly<Record<string, Extent>>
  /** What a share is of, where it is not the stack's own total: an exact decimal. */
  readonly whole?: string
  /** Which message the caption is, and its values; left out: the only one, with the newest value of each series. */
  caption?(facts: Facts): Caption
  /** The same of a window that is over; left out: from what to what the total moved, or the first series. */
  pastCaption?(facts: Facts, past: PastWindow): Caption
}

/** A document with a permanent slug: page, embed, picture and data are made of it alone. */
export type Chart = Omit<ChartDefinition, 'text' | 'events' | 'caption'> & {
  readonly text: Readonly<Record<Locale, ChartWords & { readonly notes: readonly string[] }>>
  readonly events: readonly ChartEvent[]
  readonly source: Words
  /** The caption of its figure, alternative text and description of the preview card. */
  caption(facts: Facts): Caption
}

/** @throws RangeError at load for a chart that contradicts itself. */
export const defineChart = ({ text, events = [], ...definition }: ChartDefinition): Chart => {
  const { slug, view } = definition
  if (!/^[a-z][a-z0-9-]*$/.test(slug)) throw new RangeError(`A chart's slug is lower-case words: ${slug}`)
  if (!view.ranges.includes(view.range)) throw new RangeError(`${slug} begins with a range that it does not offer.`)
  for (const mode of view.modes) nameIn(text, 'modes', mode)
  return {
    caption: newestOfEach,
    ...definition,
    text: { en: { notes: [], ...text.en }, 'zh-Hant': { notes: [], ...text['zh-Hant'] } },
    events: events.map((event) => ({ ...event, text: nameIn(text, 'events', event.name) })),
    source: inBoth((locale) => text[locale].source ?? phrases[locale].source),
  }
}
