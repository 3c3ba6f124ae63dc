import type { Locale } from '../../format/locale'
import type { Unit } from '../../metrics/types'
import type { Colour } from '../../products/colours'
import type { Mark } from '../define/define-chart'
import type { Scale } from '../query/view'
import type { FigureTexts } from '../state/texts'

/** What a chart is laid out for, in pixels. `narrow`: for a phone, with fewer and shorter words. */
export type Size = { readonly width: number; readonly height: number; readonly narrow: boolean }

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export type Tick = {
  readonly value: number
  readonly at: number
  readonly label: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Points in pixels, `[x, y, x, y, …]`, a run for each stretch without a gap. */
export type Runs = readonly (readonly number[])[]

export type Layer = {
  readonly key: string
  readonly colour: Colour
  readonly mark: Mark
  /** The line itself, or the outline of an area or of bars. */
  readonly d: string
  /** The outline is drawn elsewhere in the document, and shown here by its id, moved and stretched. */
  readonly shared?: { readonly id: string; readonly transform: string }
  /** Runs of a single reading have no length: they are drawn as dots. */
  readonly dots: readonly (readonly [x: number, y: number])[]
  readonly runs: Runs
  readonly dashed: boolean
  readonly hatched: boolean
  /** Drawn in grey and without a name of its own. */
  readonly unnamed: boolean
}

/** Words beside a dashed mark or above a gap; `text` is empty where there is no room. */
export type Note = { readonly x: number; readonly y: number; readonly text: string; readonly anchor: 'start' | 'end' }

/** A stretch without readings, hatched. */
export type GapRegion = {
  readonly x0: number
  readonly x1: number
  readonly from: number
  readonly to: number
  readonly reason: string
  /** Some series have readings here, so that only a strip is hatched. */
  readonly partial: boolean
  readonly note: Note
}

export type EventMark = {
  readonly x: number
  readonly t: number
  readonly text: string
  readonly today: boolean
  readonly note: Note
}

/** A dot on a line, with its value beside it. */
export type PointMark = {
  readonly x: number
  readonly y: number
  readonly colour: Colour
  readonly text: string
  readonly note: Note
}

export type EndLabel = {
  readonly key: string
  /** Of every series that it names. */
  readonly keys: readonly string[]
  readonly name: string
  readonly value: string
  readonly colour: Colour
  readonly x: number
  readonly anchor: 'start' | 'end'
  /** Where the words stand, and the end of the series that they speak of. */
  readonly y: number
  readonly from: number
}

export type LegendItem = {
  readonly key: string
  readonly keys: readonly string[]
  readonly name: string
  readonly value: string
  readonly colour: Colour
  readonly mark: Mark
  readonly dashed: boolean
  readonly hatched: boolean
  readonly x: number
  readonly y: number
}

export type XAxis = {
  readonly kind: 'time' | 'ratio'
  readonly from: number
  readonly to: number
  readonly ticks: readonly Tick[]
  readonly title?: string
}

export type YAxis = {
  readonly scale: Scale
  readonly min: number
  readonly max: number
  readonly ticks: readonly Tick[]
  readonly unit: Unit
  readonly symbol?: string
  readonly title?: string
  /** Pixel of 0 where 0 is in view. */
  readonly zero: number | null
}

/** Everything placed: what of a layout a picture needs. */
export type PlacedChart = {
  readonly slug: string
  readonly size: Size
  readonly plot: Box
  readonly x: XAxis
  readonly y: YAxis
  /** In the order in which they are painted. */
  readonly layers: readonly Layer[]
  readonly gaps: readonly GapRegion[]
  readonly events: readonly EventMark[]
  readonly points: readonly PointMark[]
  readonly labels: readonly EndLabel[]
  readonly legend: readonly LegendItem[]
  /** Said in the plot's middle where there is nothing to draw. */
  readonly empty: string | null
}

/** A state placed and worded for one size in one language: renderers only write it down. Equal input gives an equal layout. */
export type ChartLayout = PlacedChart &
  FigureTexts & {
    readonly locale: Locale
    /** Why it looks the way it does, and what it leaves out. */
    readonly notes: readonly string[]
  }
