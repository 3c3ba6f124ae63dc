import { apyFromAnnualRate } from '@/lib/math/compounding'
import { type Fixed, fixed, toNumber } from '@/lib/math/fixed'
import { type RateCurve, supplyRate, variableRate } from '@/lib/math/rate-curve'
import { RAY } from '@/lib/math/ray'
import { isKnown } from '@/lib/view/value'
import type { Reserve } from './reserve-model'

const rayDecimals = 27
const ray = (raw: bigint): Fixed => fixed(raw, rayDecimals)

/** The rates of a curve at one utilisation, as fractions of 27 decimals. */
export type CurvePoint = {
  readonly utilization: Fixed
  readonly borrowApr: Fixed
  readonly borrowApy: Fixed
  readonly supplyApr: Fixed
  readonly supplyApy: Fixed
  readonly mark: 'kink' | null
}

export type ReserveCurve = {
  readonly kink: Fixed
  /** At 0, 25, 50, 90 and 100 % and at the kink, in order. */
  readonly table: readonly CurvePoint[]
  /** At what utilisation the reserve stands; null where it is not known. */
  readonly today: CurvePoint | null
  /** For pixels: straight lines between these. */
  readonly borrow: readonly { readonly x: number; readonly y: number }[]
  readonly supply: readonly { readonly x: number; readonly y: number }[]
  /** Whether every rate is 0 whatever the utilisation. */
  readonly isFlat: boolean
}

/** Above 100 000 % a year a curve is broken: its APY would not fit a page, nor the memory. */
const absurd = 1_000n * RAY

const percent = (n: bigint): bigint => (n * RAY) / 100n

/** The curve of a reserve's strategy, from its own four parameters; null where one is unknown or the kink is at 0. */
export const curveOf = ({ get }: Reserve): ReserveCurve | null => {
  const nums = ['optimal-utilization', 'base-rate', 'slope-1', 'slope-2', 'reserve-factor', 'utilization'].map(get)
  const [optimal, base, slope1, slope2, factor, now] = nums.map((num) => (isKnown(num) ? num.value.raw : null))
  if (optimal == null || base == null || slope1 == null || slope2 == null || factor == null) return null
  if (optimal <= 0n || optimal > RAY || base + slope1 + slope2 > absurd) return null
  const curve: RateCurve = { optimal, base, slope1, slope2 }
  const at = (usage: bigint): CurvePoint => pointAt(curve, factor, usage)
  const table = [0n, percent(25n), percent(50n), percent(90n), RAY, optimal]
    .filter((usage, index, all) => all.indexOf(usage) === index)
    .sort((a, b) => (a < b ? -1 : 1))
    .map(at)
  const steps = Array.from({ length: 41 }, (_, step) => (BigInt(step) * RAY) / 40n)
  const drawn = [...new Set([...steps, optimal])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((usage) => ({ x: toNumber(ray(usage)), ...ratesAt(curve, factor, usage) }))
  return {
    kink: ray(optimal),
    table,
    today: now == null || now > RAY ? null : at(now),
    borrow: drawn.map(({ x, borrow }) => ({ x, y: toNumber(ray(borrow)) })),
    supply: drawn.map(({ x, supply }) => ({ x, y: toNumber(ray(supply)) })),
    isFlat: base === 0n && slope1 === 0n && slope2 === 0n,
  }
}

const ratesAt = (curve: RateCurve, factor: bigint, usage: bigint) => {
  const borrow = variableRate(usage, curve)
  return { borrow, supply: supplyRate(borrow, usage, factor) }
}

const pointAt = (curve: RateCurve, factor: bigint, usage: bigint): CurvePoint => {
  const { borrow, supply } = ratesAt(curve, factor, usage)
  return {
    utilization: ray(usage),
    borrowApr: ray(borrow),
    borrowApy: ray(apyFromAnnualRate(borrow)),
    supplyApr: ray(supply),
    supplyApy: ray(apyFromAnnualRate(supply)),
    mark: usage === curve.optimal ? 'kink' : null,
  }
}
