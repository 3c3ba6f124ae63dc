import type { ChainSlug } from '../../chains'
import type { Locale } from '../../format/locale'
import { DAY } from '../../format/time'

/** Ranges that float with the newest number; `ahead`: from a plan's beginning to a year from now. */
export const ranges = ['30d', '90d', '1y', 'ahead', 'all'] as const
export type RangeName = (typeof ranges)[number]

/** All of them, beginning with a year: what most charts offer. */
export const everyRange = { ranges: ['30d', '90d', '1y', 'all'], range: '1y' } as const satisfies Pick<
  ViewSpec,
  'ranges' | 'range'
>

/** Of a plan: beginning with what has been and the year to come. */
export const aheadFirst = { ranges: ['ahead', 'all', '1y', '90d', '30d'], range: 'ahead' } as const satisfies Pick<
  ViewSpec,
  'ranges' | 'range'
>

/** `linear`: in the chart's unit; `share`: of the whole; `log`: equal steps are equal factors. */
export const scales = ['linear', 'share', 'log'] as const
export type Scale = (typeof scales)[number]

export const themes = ['auto', 'light', 'dark'] as const
export type ViewTheme = (typeof themes)[number]

/** A span of whole UTC days, in unix seconds of their midnights, both included. */
export type Days = { readonly from: number; readonly to: number }

/**
 * What never moves again: one stored snapshot by its id, or a span of finalised days; both as the store held their history
 * at the revision of this name. Without one it is whatever is held now: a day that was missing may have been read since.
 */
export type Pin = ({ readonly snapshot: string } | Days) & { readonly stored?: number }

/** All that a visitor may change in a chart. Nothing that changes a figure lives anywhere else. */
export type View = {
  readonly range: RangeName | Days
  /** One of the chart's modes. */
  readonly mode: string
  readonly scale: Scale
  /** Only these chains; empty: all of them. */
  readonly chains: readonly ChainSlug[]
  /** Series taken out of and put into what the mode shows, by their keys. */
  readonly hide: readonly string[]
  readonly add: readonly string[]
  readonly pin: Pin | null
  /** Of an embed or a picture; a page follows its reader. */
  readonly theme: ViewTheme
  /** Of an embed; a page's language stands in its path. */
  readonly locale: Locale
  /** Whether an embed shows its range and scale. */
  readonly controls: boolean
}

/** What a chart lets a visitor change, and where they begin. */
export type ViewSpec = {
  readonly modes: readonly [string, ...string[]]
  readonly scales: readonly [Scale, ...Scale[]]
  readonly ranges: readonly [RangeName, ...RangeName[]]
  readonly chains: readonly ChainSlug[]
  readonly range: RangeName
}

/** Anything with a slug and a view: a chart, to those who may not know charts. */
export type Viewable = { readonly slug: string; readonly view: ViewSpec }

export const defaultView = ({ view }: Viewable): View => ({
  range: view.range,
  mode: view.modes[0],
  scale: view.scales[0],
  chains: [],
  hide: [],
  add: [],
  pin: null,
  theme: 'auto',
  locale: 'en',
  controls: true,
})

/** Whether a view's end has passed: it speaks of a window that is over, not of now. `asOf`: of the newest numbers. */
export const isPast = ({ pin, range }: View, asOf: number): boolean =>
  pin !== null || (typeof range !== 'string' && range.to + DAY <= asOf)

export const isPinned = (view: View): boolean => view.pin !== null
