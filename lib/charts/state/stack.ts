import { type AlignedSeries, KNOWN, MISSING, NOT_DUE } from './aligned-series'

/**
 * Running totals of a stack, an entry for each instant, NaN where the stack cannot stand: `up[k]` of the positive values of
 * series 0…k, `down[k]` of the negative ones (null where there are none).
 */
export type Stack = {
  readonly up: readonly Float64Array[]
  readonly down: readonly Float64Array[] | null
  readonly low: number
  readonly high: number
  /** Every total is 0: there are no shares. */
  readonly isZero: boolean
}

const blank = (series: readonly AlignedSeries[], count: number): Float64Array[] =>
  series.map(() => new Float64Array(count).fill(Number.NaN))

/** Sum of the sizes at an instant, or null where a part is missing or nothing is known. */
const sizeAt = (series: readonly AlignedSeries[], i: number): number | null => {
  let [known, size] = [0, 0]
  for (const { presence, floats } of series) {
    const state = presence[i]
    if (state === MISSING || state === NOT_DUE) return null
    if (state !== KNOWN) continue
    known += 1
    size += Math.abs(floats[i] ?? 0)
  }
  return known === 0 ? null : size
}

/**
 * Stacks series from the first upwards; what is negative is stacked downwards from 0. A stack stands only where every part
 * is known or does not exist: a partial sum is never drawn as a total. `whole`: what a value is a part of, a number or the
 * total of the sizes at each instant.
 */
export const stackOf = (series: readonly AlignedSeries[], count: number, whole: number | 'total'): Stack => {
  const [up, down] = [blank(series, count), blank(series, count)]
  let [low, high, stands, zeros] = [0, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    const size = sizeAt(series, i)
    if (size === null) continue
    stands += 1
    const unit = whole === 'total' ? size : whole
    if (unit === 0) {
      zeros += 1
      continue
    }
    let [above, below] = [0, 0]
    for (let k = 0; k < series.length; k++) {
      const each = series[k]
      const value = each?.presence[i] === KNOWN ? (each.floats[i] ?? 0) / unit : 0
      if (value < 0) below += value
      else above += value
      const [upper, lower] = [up[k], down[k]]
      if (upper) upper[i] = above
      if (lower) lower[i] = below
    }
    if (above > high) high = above
    if (below < low) low = below
  }
  return { up, down: low < 0 ? down : null, low, high, isZero: stands > 0 && zeros === stands }
}

/** The middle of a part's band at an instant. */
export const bandMiddle = ({ up, down }: Stack, k: number, i: number, value: number): number => {
  const edges = value < 0 && down !== null ? down : up
  return ((edges[k - 1]?.[i] ?? 0) + (edges[k]?.[i] ?? 0)) / 2
}

/** The last instant at which a whole stack stands; −1 where it never does. */
export const lastStanding = (stack: Stack | null): number => {
  const edge = stack?.up.at(-1)
  for (let i = (edge?.length ?? 0) - 1; i >= 0; i--) if (!Number.isNaN(edge?.[i])) return i
  return -1
}
