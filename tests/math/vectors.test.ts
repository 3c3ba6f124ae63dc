import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as compounding from '@/lib/math/compounding'
import { divide, fixed, round, toNumber } from '@/lib/math/fixed'
import * as lending from '@/lib/math/lending'
import * as curve from '@/lib/math/rate-curve'
import { currentRateLimit } from '@/lib/math/rate-limit'
import { rpow } from '@/lib/math/ray'
import * as vault from '@/lib/math/vault'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const vectors = JSON.parse(readFileSync(file('vectors.json'), 'utf8')) as [string, string[], string][]

const interest = (rate: bigint, index: bigint, lastUpdateTimestamp: bigint): lending.ReserveInterest => ({
  liquidityIndex: index,
  currentLiquidityRate: rate,
  variableBorrowIndex: index,
  currentVariableBorrowRate: rate,
  lastUpdateTimestamp,
})

/** How each row of the file calls lib/math. Missing arguments are undefined at run time only where a row is wrong. */
const functions: Record<string, (...args: bigint[]) => bigint | number> = {
  rpow,
  ...compounding,
  linearInterest: lending.linearInterest,
  compoundedInterest: lending.compoundedInterest,
  normalizedIncome: (rate = 0n, index = 0n, last = 0n, now = 0n) =>
    lending.normalizedIncome(interest(rate, index, last), now),
  normalizedDebt: (rate = 0n, index = 0n, last = 0n, now = 0n) =>
    lending.normalizedDebt(interest(rate, index, last), now),
  healthFactor: lending.healthFactor,
  utilization: curve.utilization,
  variableRate: (usage = 0n, optimal = 0n, base = 0n, slope1 = 0n, slope2 = 0n) =>
    curve.variableRate(usage, { optimal, base, slope1, slope2 }),
  supplyRate: curve.supplyRate,
  convertToAssets: (shares = 0n, assets = 0n, supply = 0n, offset = 0n) =>
    vault.convertToAssets(shares, assets, supply, Number(offset)),
  convertToShares: (amount = 0n, assets = 0n, supply = 0n, offset = 0n) =>
    vault.convertToShares(amount, assets, supply, Number(offset)),
  psm3TotalAssets: vault.psm3TotalAssets,
  psm3AssetValue: vault.psm3AssetValue,
  extrapolatedNav: (first = 0n, begin = 0n, second = 0n, end = 0n, now = 0n) =>
    vault.extrapolatedNav(
      { timestamp: begin, effectiveAt: begin, navs: first },
      { timestamp: end, effectiveAt: end, navs: second },
      now,
    ),
  currentRateLimit: (maxAmount = 0n, slope = 0n, lastAmount = 0n, lastUpdated = 0n, now = 0n) =>
    currentRateLimit({ maxAmount, slope, lastAmount, lastUpdated }, now),
  divide: (a = 0n, da = 0n, b = 0n, db = 0n, places = 0n) =>
    divide(fixed(a, Number(da)), fixed(b, Number(db)), Number(places)).raw,
  round: (a = 0n, da = 0n, places = 0n) => round(fixed(a, Number(da)), Number(places)).raw,
  toNumber: (a = 0n, da = 0n) => toNumber(fixed(a, Number(da))),
}

describe('integers recomputed in Python', () => {
  const names = [...new Set(vectors.map(([name]) => name))]

  it.each(names)('agree with %s to the last digit', (name) => {
    const call = functions[name]
    if (!call) throw new Error(`no function for ${name}`)
    for (const [, args, expected] of vectors.filter((row) => row[0] === name)) {
      const result = call(...args.map(BigInt))
      const wanted = typeof result === 'number' ? Number(expected) : BigInt(expected)
      expect(result, `${name}(${args.join(', ')})`).toBe(wanted)
    }
  })
})
