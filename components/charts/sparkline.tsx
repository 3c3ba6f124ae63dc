import { linePath } from '@/lib/charts/path'

const WIDTH = 200
const HEIGHT = 32
const PAD = 2
const LEAST = 0.02

export type SparkPoint = {
  readonly t: number
  /** For pixels only; null: not known. */
  readonly value: number | null
}

/** By the number's id. */
export type Sparks = Readonly<Record<string, readonly SparkPoint[]>>

type SparklineProps = {
  readonly points: readonly SparkPoint[]
  /** What it shows, for those who do not see it. */
  readonly label: string
  readonly stroke: string
  /** For what holds until someone moves it. */
  readonly stepped?: boolean
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
export function Sparkline({ points, label, stroke, stepped = false }: SparklineProps) {
  const known = points.flatMap(({ value }) => value ?? [])
  const [first, last] = [points[0], points.at(-1)]
  if (known.length < 2 || !first || !last || last.t === first.t) return null
  const [least, most] = [Math.min(...known), Math.max(...known)]
  // a ripple of less than this part of the whole is drawn as one, not as waves
  const missing = Math.max(0, Math.max(Math.abs(least), Math.abs(most)) * LEAST - (most - least)) / 2
  const [low, high] = [least - missing, most + missing]
  const x = (t: number) => PAD + ((t - first.t) / (last.t - first.t)) * (WIDTH - 2 * PAD)
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - PAD - ((value - low) / (high - low)) * (HEIGHT - 2 * PAD)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-auto w-full">
      <path
        d={linePath(runsOf(points, x, y), stepped ? 'step' : 'line')}
        className={`fill-none ${stroke}`}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  )
}
