import type { FailureReason } from '../../errors'
import type { Locale } from '../../format/number'
import type { Class, Scope, Status, Unit } from '../../metrics/types'
import type { Colour } from '../../products/colours'
import type { Chart, Mark } from '../define/define-chart'
import type { Scale, View } from '../query/view'

/** One value as it was read; `block` where it belongs to one chain. */
export type ModelPoint = {
  readonly t: number
  /** Exact decimal; null where the status says that nothing is known. */
  readonly value: string | null
  readonly status: Status
  readonly block?: bigint | string | null
  /** Of a sum over chains with some missing. */
  readonly parts?: { readonly have: number; readonly of: number }
}

/** A number over time, oldest first; it may end with the newest snapshot's own value. */
export type ModelSeries = {
  readonly id: string
  readonly class: Class
  readonly methodVersion: number
  readonly points: readonly ModelPoint[]
}

/** A stretch of a chain's history that could not be read. */
export type ModelGap = {
  readonly chain: Scope
  readonly from: number
  readonly to: number
  readonly reason: FailureReason
}

export type Frame = { readonly width: number; readonly height: number; readonly narrow: boolean }

export type ModelInput = {
  readonly chart: Chart
  readonly view: View
  /** One for each id that `seriesOf` names; without points where nothing is stored. */
  readonly series: readonly ModelSeries[]
  readonly gaps: readonly ModelGap[]
  /** Unix seconds of the newest numbers, which end a floating range. */
  readonly asOf: number
  readonly locale: Locale
  readonly frame: Frame
  /** Seconds between two stored points; taken from the points where left out. */
  readonly every?: number
}

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
  /** Runs of a single reading have no length: they are drawn as dots. */
  readonly dots: readonly (readonly [x: number, y: number])[]
  readonly runs: Runs
  readonly dashed: boolean
  readonly hatched: boolean
  /** One of the unnamed rest. */
  readonly quiet: boolean
}

export type Region = {
  readonly x0: number
  readonly x1: number
  readonly from: number
  readonly to: number
  readonly reason: string
  /** Some series have readings here, so that only a strip is hatched. */
  readonly partial: boolean
}

/** Words beside a dashed mark or above a gap; `text` is empty where there is no room. */
export type Note = { readonly x: number; readonly y: number; readonly text: string; readonly anchor: 'start' | 'end' }

export type EventMark = {
  readonly x: number
  readonly t: number
  readonly text: string
  readonly today: boolean
  readonly note: Note
}

export type EndLabel = {
  readonly key: string
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
  readonly name: string
  readonly value: string
  readonly colour: Colour
  readonly mark: Mark
  readonly dashed: boolean
  readonly hatched: boolean
  readonly x: number
  readonly y: number
}

/** A column of the data: exact decimals as they were read, null where nothing is known. */
export type Column = {
  readonly key: string
  readonly name: string
  readonly colour: Colour
  readonly mark: Mark
  readonly dashed: boolean
  readonly hatched: boolean
  readonly quiet: boolean
  readonly chain: Scope
  readonly class: Class
  readonly unit: Unit
  /** Ids of the numbers behind it, each with a proof of its own. */
  readonly numbers: readonly string[]
  readonly values: readonly (string | null)[]
}

export type Data = {
  /** Unix seconds, or fractions on the abscissa of a curve. */
  readonly instants: readonly number[]
  /** Of spans (bars): where each ends. */
  readonly ends?: readonly number[]
  readonly columns: readonly Column[]
  /** The block each chain was read at, an entry for each instant. */
  readonly blocks: Readonly<Partial<Record<Scope, readonly (string | null)[]>>>
}

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Everything placed and worded: painters only write it down. Equal input gives an equal model. */
export type Model = {
  readonly slug: string
  readonly version: number
  readonly locale: Locale
  readonly title: string
  readonly what: string
  readonly caption: string
  /** Why it looks the way it does, and what it leaves out. */
  readonly notes: readonly string[]
  readonly frame: Frame
  readonly plot: Box
  readonly x: {
    readonly kind: 'time' | 'ratio'
    readonly from: number
    readonly to: number
    readonly ticks: readonly Tick[]
    readonly title?: string
  }
  readonly y: {
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
  /** In the order in which they are painted. */
  readonly layers: readonly Layer[]
  readonly gaps: readonly (Region & { readonly note: Note })[]
  readonly events: readonly EventMark[]
  readonly points: readonly {
    readonly x: number
    readonly y: number
    readonly colour: Colour
    readonly text: string
    readonly note: Note
  }[]
  readonly labels: readonly EndLabel[]
  readonly legend: readonly LegendItem[]
  /** Said in the plot's middle where there is nothing to draw. */
  readonly empty: string | null
  readonly classes: readonly Class[]
  readonly asOf: { readonly t: number; readonly text: string }
  readonly method: string
  readonly source: string
  readonly data: Data
}
