import type { AlignedSeries } from './aligned-series'

/** Where each bar that begins at an instant ends; null where no series has bars. */
export const barEnds = (series: readonly AlignedSeries[]): ReadonlyMap<number, number> | null => {
  const bars = series.flatMap(({ spec: { of } }) => (of.kind === 'bars' ? of.bars : []))
  return bars.length === 0 ? null : new Map(bars.map(({ from, to }) => [from, to]))
}
