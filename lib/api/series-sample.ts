import { compare, type Fixed, fromDecimalString } from '../math/fixed'
import type { SeriesPoint } from '../store/types'

type Valued = { readonly point: SeriesPoint; readonly value: Fixed }

const extremesOf = (valued: readonly Valued[]): readonly SeriesPoint[] => {
  let [low, high] = [valued[0], valued[0]]
  for (const each of valued) {
    if (low && compare(each.value, low.value) < 0) low = each
    if (high && compare(each.value, high.value) > 0) high = each
  }
  return [low, high].flatMap((each) => (each ? [each.point] : []))
}

/**
 * At most `most` points of a series: its first and last, and of each of equally long stretches of time the lowest, the
 * highest, and the first without a value, so that neither a peak nor a gap is lost. Points are stored ones, untouched.
 */
export const samplePoints = (points: readonly SeriesPoint[], most: number): readonly SeriesPoint[] => {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length <= most || !first || !last) return points
  const stretches = Math.max(1, Math.floor((most - 2) / 3))
  const length = (last.t - first.t + 1) / stretches
  const byStretch = new Map<number, SeriesPoint[]>()
  for (const point of points) {
    const stretch = Math.floor((point.t - first.t) / length)
    const held = byStretch.get(stretch)
    if (held) held.push(point)
    else byStretch.set(stretch, [point])
  }
  const kept = new Set<SeriesPoint>([first, last])
  for (const stretch of byStretch.values()) {
    const valued = stretch.flatMap((point) =>
      point.value === null ? [] : [{ point, value: fromDecimalString(point.value) }],
    )
    for (const point of extremesOf(valued)) kept.add(point)
    const unknown = stretch.find(({ value }) => value === null)
    if (unknown) kept.add(unknown)
  }
  return [...kept].sort((a, b) => a.t - b.t)
}
