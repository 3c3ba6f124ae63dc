import { apyFromAnnualRate } from '../../math/compounding'
import { fixed } from '../../math/fixed'
import { ratesAt } from '../../math/rate-curve'
import { RAY } from '../../math/ray'
import { from } from '../arithmetic'
import type { Derived } from '../types'
import type { ReserveNumber } from './each-reserve'

const inputs = [
  'lend.borrowed',
  'lend.available',
  'lend.optimal-utilization',
  'lend.base-rate',
  'lend.slope-1',
  'lend.slope-2',
  'lend.reserve-factor',
] as const

/** 100 000 % a year: a curve that says more than that is broken, and must not spoil its neighbours’ numbers. */
const absurd = 1_000n * RAY

/** The APY (27 decimals) of the rate that the pool would store now: its curve at today's utilisation. */
export const nextApy = (key: string, get: ReserveNumber, rate: 'borrowRate' | 'supplyRate'): Derived =>
  from(key, inputs.map(get), (debt, cash, optimal, base, slope1, slope2, factor) => {
    if (!debt || !cash || !optimal || !base || !slope1 || !slope2 || !factor) return null
    const curve = {
      optimal: optimal.raw,
      base: base.raw,
      slope1: slope1.raw,
      slope2: slope2.raw,
    }
    if (curve.optimal === 0n) return null
    const yearly = ratesAt(debt.raw, cash.raw, curve, factor.raw)[rate]
    return yearly > absurd ? null : fixed(apyFromAnnualRate(yearly), 27)
  })
