import { rayPow } from '@aave/math-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aprFromPerSecondRate,
  apyFromAnnualRate,
  apyFromPerSecondRate,
  assetsFromShares,
  chiNow,
  sharesFromAssets,
} from '@/lib/math/compounding'
import { RAY, rpow, SECONDS_PER_YEAR } from '@/lib/math/ray'
import golden from './golden-rates.json'

const YEAR = 31_536_000
const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)

describe('a rate per second and its APY', () => {
  it('agree with the APY that each governed rate was chosen for, to 1e-17', () => {
    expect(golden.rates.length).toBeGreaterThan(80)
    for (const [bps, rate] of golden.rates) {
      const apy = apyFromPerSecondRate(BigInt(rate ?? 0))
      expect(distance(apy, (BigInt(bps ?? 0) * RAY) / 10_000n), `${bps} bps`).toBeLessThan(10n ** 10n)
    }
  })

  it('differ as APR and APY do', () => {
    const fivePercent = 1000000001547125957863212448n
    // xchain-ssr-oracle, SSRMainnetOracle.t.sol:15
    expect(aprFromPerSecondRate(fivePercent)).toBe(48790164207174267760128000n)
    expect(aprFromPerSecondRate(1000000003734875566854894261n)).toBe(117783035876335945414896000n)
    expect(aprFromPerSecondRate(RAY)).toBe(0n)
    expect(apyFromPerSecondRate(RAY)).toBe(0n)
  })

  it('are what the tests of Spark’s spells assert of them', () => {
    // sparkdotfi/spark-spells, tests of the spells of 2025-01-09 and 2026-07-02
    expect(apyFromPerSecondRate(1000000003734875566854894261n)).toBe(124999999999999999980492118n)
    expect(apyFromPerSecondRate(1000000001847694957439350562n)).toBe(59999999999999999957390146n)
    expect(distance(apyFromPerSecondRate(1000000001547125957863212167n), RAY / 20n)).toBeLessThan(10n ** 10n)
    // their rpow works in ray and loses 5e-21 to 8e-21 over a year
    for (const [rate, apy] of [
      [118244145468537494478864000n, 125518867907576113321554893n],
      [118854405099951206637520000n, 126205936258187976959810466n],
      [120283035876335945414896000n, 127816018545877080595039981n],
    ] as const)
      expect(distance(apyFromAnnualRate(rate), apy)).toBeLessThan(10n ** 7n)
  })

  it('lead back from the APR of a rate to its governed APY', () => {
    // APR / 31 536 000 is the per-second factor itself, so that both roads must meet
    for (const [bps, rate] of golden.rates) {
      const apy = apyFromAnnualRate(aprFromPerSecondRate(BigInt(rate ?? 0)))
      expect(distance(apy, apyFromPerSecondRate(BigInt(rate ?? 0))), `${bps} bps`).toBeLessThan(10n ** 9n)
    }
  })
})

describe('the APY of a yearly rate', () => {
  it('is within half a ray unit of working with 90 digits', () => {
    const apyInDigits = (rate: bigint, digits: bigint): bigint => {
      const one = 10n ** digits
      const scale = one / RAY
      const factor = (x: bigint, n: bigint): bigint => {
        if (n === 0n) return one
        const root = factor(x, n / 2n)
        const square = (root * root) / one
        return n % 2n === 1n ? (square * x) / one : square
      }
      return factor(one + (rate * scale) / SECONDS_PER_YEAR, SECONDS_PER_YEAR) - one
    }
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 5n * RAY }), (rate) => {
        const precise = apyInDigits(rate, 90n)
        const unit = 10n ** 63n
        expect(distance(apyFromAnnualRate(rate) * unit, precise)).toBeLessThanOrEqual(unit / 2n + unit / 10n ** 6n)
      }),
    )
  })

  it("meets Aave's own library, whose power works in ray, to 1e-16", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 5n * RAY }), (rate) => {
        const factor = rayPow((RAY + rate / SECONDS_PER_YEAR).toString(), YEAR)
        expect(distance(apyFromAnnualRate(rate), BigInt(factor.toFixed(0)) - RAY)).toBeLessThan(10n ** 11n)
      }),
    )
  })

  it('grows with the rate and lies between the rate and e^rate − 1', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 3n * RAY }), (rate) => {
        expect(apyFromAnnualRate(rate)).toBeGreaterThanOrEqual(rate)
        expect(apyFromAnnualRate(rate + 10n ** 12n)).toBeGreaterThan(apyFromAnnualRate(rate))
        const exact = Math.expm1(YEAR * Math.log1p(Number(rate) / 1e27 / YEAR))
        expect(Number(apyFromAnnualRate(rate)) / 1e27).toBeCloseTo(exact, 10)
      }),
    )
  })

  it('refuses what is no rate, also before it could take long', () => {
    expect(apyFromAnnualRate(0n)).toBe(0n)
    expect(() => apyFromAnnualRate(-1n)).toThrow(RangeError)
    expect(() => apyFromAnnualRate(2n ** 128n - 1n)).toThrow(RangeError)
    expect(apyFromAnnualRate(1_000n * RAY)).toBeGreaterThan(RAY)
  })
})

describe('the accrual of savings', () => {
  const rate = 1000000001395766281313196627n

  it('follows the drip formula to the last digit', () => {
    const chi = chiNow(rate, 1050000000000000000000000000n, 1_700_000_000n, 1_700_086_400n)
    expect(chi).toBe(1050126631552314690313184316n)
    expect(assetsFromShares(1234567890123456789012n, chi)).toBe(1296452619877993833823n)
    expect(sharesFromAssets(1000n * 10n ** 18n, chi)).toBe(952266107680540709609n)
  })

  it.each([
    // xchain-ssr-oracle, SSRMainnetOracle.t.sol:95
    [1000000001547125957863212448n, 1030000000000000000000000000n, YEAR, 1081499999999999999959902249n],
    // spark-vaults-v2, Miscellaneous.t.sol:97
    [1000000001547125957863212448n, RAY, 3_599, 1000005568121819975177325790n],
    [1000000001471536429740616381n, 1003141592653589793238462643n, 43_200, 1003205364766513922705779262n],
    // an allocator's debt grows by the same formula
    [rate, 1023456789012345678901234567n, 259_200, 1023827124877292448122365469n],
  ])('grows %s on %s over %s s', (perSecond, chi, span, expected) => {
    expect(chiNow(perSecond, chi, 1_700_000_000, 1_700_000_000 + span)).toBe(expected)
  })

  it('stays put at rho, and before it', () => {
    expect(chiNow(rate, 7n * RAY, 100, 100)).toBe(7n * RAY)
    expect(chiNow(rate, 7n * RAY, 100n, 99)).toBe(7n * RAY)
  })

  it('never gives back more than was put in', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 30n })
    const index = fc.bigInt({ min: RAY, max: 3n * RAY })
    fc.assert(
      fc.property(amount, index, (assets, chi) => assetsFromShares(sharesFromAssets(assets, chi), chi) <= assets),
    )
  })

  it('reaches the same index in one step or two, but for rounding', () => {
    const span = fc.integer({ min: 0, max: YEAR })
    fc.assert(
      fc.property(span, span, (first, second) => {
        const twice = chiNow(rate, chiNow(rate, RAY, 0, first), first, first + second)
        expect(distance(twice, rpow(rate, BigInt(first + second)))).toBeLessThan(10n ** 9n)
      }),
    )
  })
})
