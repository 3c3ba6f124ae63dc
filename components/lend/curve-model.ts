import type { ChartLayout } from '@/lib/charts/layout/chart-layout'
import { layoutChart } from '@/lib/charts/layout/layout-chart'
import { sizes } from '@/lib/charts/layout/sizes'
import type { ChartState } from '@/lib/charts/state/chart-state'
import { rateCurveState } from '@/lib/charts/state/rate-curve'
import { curveOf, type Strategy, toRay, usageOf, usagesOf } from '@/lib/charts/state/rate-curve-rates'
import type { Closed } from '@/lib/charts/state/rate-curve-words'
import type { Locale } from '@/lib/i18n/locales'
import { apyFromAnnualRate } from '@/lib/math/compounding'
import { type Fixed, fixed } from '@/lib/math/fixed'
import type { Observation } from '@/lib/numbers/number-index'
import { decimalOf } from '@/lib/numbers/value'
import { flagsOf, type Reserve } from './reserve-model'

/** The rates of a curve at one utilisation, as fractions of 27 decimals. */
export type CurvePoint = {
  readonly utilization: Fixed
  readonly borrowApr: Fixed
  readonly borrowApy: Fixed
  readonly supplyApr: Fixed
  readonly supplyApy: Fixed
  readonly isKink: boolean
  readonly isToday: boolean
}

export type ReserveCurve = {
  readonly state: ChartState
  /** Beside its table, and on a phone. */
  readonly layouts: { readonly column: ChartLayout; readonly phone: ChartLayout }
  /** At 0, 25, 50, 75, 90 and 100 %, at the kink and where the reserve stands, in order. */
  readonly table: readonly CurvePoint[]
}

export const curveParameters = ['optimal-utilization', 'base-rate', 'slope-1', 'slope-2', 'reserve-factor'] as const

/** What a curve is drawn from and is not known. */
export const unknownParameters = ({ get }: Reserve): readonly (typeof curveParameters)[number][] =>
  curveParameters.filter((name) => get(name).value === null)

const strategyOf = ({ get }: Reserve): Strategy | null => {
  const [optimal, base, slope1, slope2, reserveFactor] = curveParameters.map((name) => decimalOf(get(name)))
  if (optimal == null || base == null || slope1 == null || slope2 == null || reserveFactor == null) return null
  return { optimal, base, slope1, slope2, reserveFactor }
}

const closedBy = (reserve: Reserve): Closed | null => {
  const flags = flagsOf(reserve)
  if (flags.includes('paused')) return 'paused'
  if (flags.includes('frozen')) return 'frozen'
  if (flags.includes('inactive')) return 'inactive'
  return flags.includes('not-borrowable') ? 'unborrowable' : null
}

/** The curve of a reserve's strategy, from its own parameters; null where one is unknown or none that a curve can have. */
export const reserveCurve = (reserve: Reserve, locale: Locale): ReserveCurve | null => {
  const strategy = strategyOf(reserve)
  const curve = strategy && curveOf(strategy)
  if (strategy === null || curve === null) return null
  const utilization = decimalOf(reserve.get('utilization'))
  const of: readonly Observation[] = [...curveParameters, 'utilization'].map(reserve.get)
  const state = rateCurveState({
    ...strategy,
    name: `${reserve.label} · ${reserve.chain.name}`,
    utilization,
    closed: closedBy(reserve),
    isStale: of.some(({ status }) => status === 'stale'),
    rate: 'APR',
    asOf: reserve.asOf?.timestamp ?? 0,
    methodVersion: reserve.get('optimal-utilization').methodVersion,
  })
  if (state === null) return null
  const layouts = { column: layoutChart(state, sizes.column, locale), phone: layoutChart(state, sizes.phone, locale) }
  const now = usageOf(utilization)
  const chosen = usagesOf(4, [toRay('0.9'), curve.optimal, now])
  return { state, layouts, table: chosen.map(pointAt) }

  function pointAt(usage: bigint): CurvePoint {
    const { borrow, supply } = curve?.ratesAt(usage) ?? { borrow: 0n, supply: 0n }
    return {
      utilization: fixed(usage, 27),
      borrowApr: fixed(borrow, 27),
      borrowApy: fixed(apyFromAnnualRate(borrow), 27),
      supplyApr: fixed(supply, 27),
      supplyApy: fixed(apyFromAnnualRate(supply), 27),
      isKink: usage === curve?.optimal,
      isToday: usage === now,
    }
  }
}
