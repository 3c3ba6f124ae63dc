import { linePath } from '@/lib/charts/layout/path'
import type { SparkPoint } from '@/lib/charts/load/sparklines'
import { DAY } from '@/lib/format/time'

const WIDTH = 200
const HEIGHT = 32
const PAD = 2
/** Of so many stretches of its time a line keeps the lowest and the highest reading: a stretch is a few pixels wide. */
const STRETCHES = 60

type SparklineProps = {
  readonly points: readonly SparkPoint[]
  /** What it shows, and between which values, for those who do not see it. */
  readonly label: string
  readonly stroke: string
  /** Its lowest and its highest read the same: drawn level, not as waves that no figure shows. */
  readonly level?: boolean
  /** For what holds until someone moves it. */
  readonly stepped?: boolean
}

/** The lowest and the highest reading, and over how many days; null before a line can begin. */
export const reachOf = (points: readonly SparkPoint[]) => {
  const known = points.flatMap(({ value }) => value ?? [])
  const [first, last] = [points[0], points.at(-1)]
  if (known.length < 2 || !first || !last || last.t === first.t) return null
  return { low: Math.min(...known), high: Math.max(...known), days: Math.max(Math.round((last.t - first.t) / DAY), 1) }
}

/** No extreme is lost: of each stretch its lowest and its highest reading, in their order; a gap stays one. */
const thinned = (points: readonly SparkPoint[]): readonly SparkPoint[] => {
  const width = Math.ceil(points.length / STRETCHES)
  if (width < 3) return points
  const kept: SparkPoint[] = []
  for (let at = 0; at < points.length; at += width) {
    const stretch = points.slice(at, at + width)
    const known = stretch.filter(({ value }) => value !== null)
    const by = (pick: (a: number, b: number) => boolean) =>
      known.reduce<SparkPoint | undefined>((a, b) => (a && !pick(b.value ?? 0, a.value ?? 0) ? a : b), undefined)
    const ends = new Set([by((a, b) => a < b), by((a, b) => a > b), ...stretch.filter(({ value }) => value === null)])
    kept.push(...stretch.filter((point) => ends.has(point)))
  }
  const [first, last] = [points[0], points.at(-1)]
  return [...(first && kept[0] !== first ? [first] : []), ...kept, ...(last && kept.at(-1) !== last ? [last] : [])]
}

/** Stretches between which nothing was read. */
const runsOf = (points: readonly SparkPoint[], x: (t: number) => number, y: (value: number) => number): number[][] => {
  const runs: number[][] = [[]]
  for (const { t, value } of points) {
    if (value === null) runs.push([])
    else runs.at(-1)?.push(x(t), y(value))
  }
  return runs
}

/** The way a number took, without axes: its own lowest near the bottom, its highest near the top. A line begins with two readings. */
export function Sparkline({ points, label, stroke, stepped = false, level = false }: SparklineProps) {
  const reach = reachOf(points)
  const [first, last] = [points[0], points.at(-1)]
  if (!reach || !first || !last) return null
  const { low, high } = reach
  const x = (t: number) => PAD + ((t - first.t) / (last.t - first.t)) * (WIDTH - 2 * PAD)
  const y = (value: number) =>
    level || high === low ? HEIGHT / 2 : HEIGHT - PAD - ((value - low) / (high - low)) * (HEIGHT - 2 * PAD)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-auto w-full">
      <path
        d={linePath(runsOf(stepped ? points : thinned(points), x, y), stepped ? 'step' : 'line')}
        className={`fill-none ${stroke}`}
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
