import type { SeriesSpec } from '../define/define-chart'
import type { ChartPoint } from './chart-data'

const sameInstants = (a: readonly ChartPoint[], b: readonly ChartPoint[]): boolean =>
  a.length === b.length && a.every((point, i) => point.t === b[i]?.t)

const ascending = (found: Iterable<number>): readonly number[] => [...found].sort((a, b) => a - b)

const storedInstants = (stored: readonly (readonly ChartPoint[])[]): readonly number[] => {
  const [first, ...others] = stored.filter((points) => points.length > 0)
  if (first === undefined) return []
  if (others.every((points) => sameInstants(first, points))) return first.map(({ t }) => t)
  return ascending(new Set(stored.flatMap((points) => points.map(({ t }) => t))))
}

/** Where plans bend and where the span cuts them, and where bars begin. */
const plannedInstants = (specs: readonly SeriesSpec[], from: number, to: number): readonly number[] => {
  const found = new Set<number>()
  for (const { of } of specs) {
    if (of.kind === 'bars') for (const bar of of.bars) if (bar.to > from && bar.from < to) found.add(bar.from)
    if (of.kind === 'plan') for (const t of [from, ...of.knots, to]) if (t >= from && t <= to) found.add(t)
  }
  return ascending(found)
}

type Instants = {
  readonly instants: readonly number[]
  readonly stored: readonly number[]
  /** Where stored numbers, or plans, are due; null: at every instant. */
  readonly dueStored: ReadonlySet<number> | null
  readonly duePlanned: ReadonlySet<number> | null
}

/** The instants at which any of the series may have a value. */
export const instantsOf = (
  specs: readonly SeriesSpec[],
  pointsOf: (id: string) => readonly ChartPoint[],
  from: number,
  to: number,
): Instants => {
  const stored = storedInstants(specs.flatMap(({ of }) => (of.kind === 'numbers' ? of.ids.map(pointsOf) : [])))
  const planned = plannedInstants(specs, from, to)
  if (stored.length === 0) return { instants: planned, stored, dueStored: null, duePlanned: null }
  if (planned.length === 0) return { instants: stored, stored, dueStored: null, duePlanned: null }
  return {
    instants: ascending(new Set([...stored, ...planned])),
    stored,
    dueStored: new Set(stored),
    duePlanned: new Set(planned),
  }
}
