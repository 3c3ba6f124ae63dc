import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as f from '@/lib/math/fixed'

const anyFixed = fc.record({ raw: fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), decimals: fc.nat(36) })
const same = (a: f.Fixed, b: f.Fixed): boolean => f.compare(a, b) === 0

describe('fixed point', () => {
  it('writes exact decimals: no exponent, no trailing zeros, no minus zero', () => {
    const written = (raw: bigint, decimals: number): string => f.toDecimalString(f.fixed(raw, decimals))
    expect(written(0n, 18)).toBe('0')
    expect(written(1n, 18)).toBe('0.000000000000000001')
    expect(written(-1_500n, 3)).toBe('-1.5')
    expect(written(-5n, 1)).toBe('-0.5')
    expect(written(1_000n, 0)).toBe('1000')
    expect(written(1_000n, 3)).toBe('1')
    expect(written(2n ** 256n - 1n, 0)).toBe(
      '115792089237316195423570985008687907853269984665640564039457584007913129639935',
    )
  })

  it('reads back what it wrote', () => {
    fc.assert(fc.property(anyFixed, (a) => same(f.fromDecimalString(f.toDecimalString(a)), a)))
  })

  it('writes all decimals where asked, so that a value is read back as it was', () => {
    expect(f.toFullDecimalString(f.fixed(-1_500n, 3))).toBe('-1.500')
    expect(f.toFullDecimalString(f.fixed(7n, 0))).toBe('7')
    fc.assert(
      fc.property(anyFixed, (value) => {
        expect(f.fromDecimalString(f.toFullDecimalString(value))).toEqual(value)
      }),
    )
  })

  it('keeps the decimals it reads and refuses all that is no plain decimal', () => {
    expect(f.fromDecimalString('1.50')).toEqual({ raw: 150n, decimals: 2 })
    expect(f.fromDecimalString('-0.05')).toEqual({ raw: -5n, decimals: 2 })
    for (const bad of ['', '-', '.5', '1.', '1e3', '+1', ' 1', '0x10', '1,000', '1.2.3', '−1', 'NaN', '1\n']) {
      expect(() => f.fromDecimalString(bad), JSON.stringify(bad)).toThrow(SyntaxError)
    }
  })

  it('adds exactly at the larger scale, in any order and grouping', () => {
    expect(f.add(f.fixed(15n, 1), f.fixed(25n, 3))).toEqual({ raw: 1_525n, decimals: 3 })
    fc.assert(
      fc.property(anyFixed, anyFixed, anyFixed, (a, b, c) => {
        expect(f.add(a, b)).toEqual(f.add(b, a))
        expect(f.add(f.add(a, b), c)).toEqual(f.add(a, f.add(b, c)))
        expect(same(f.add(f.subtract(a, b), b), a)).toBe(true)
      }),
    )
  })

  it('sums a list whatever its order, and nothing to 0', () => {
    expect(f.sum([])).toEqual({ raw: 0n, decimals: 0 })
    fc.assert(
      fc.property(fc.array(anyFixed), (list) => {
        const total = f.sum(list)
        expect(f.sum([...list].reverse())).toEqual(total)
        expect(total.decimals).toBe(Math.max(0, ...list.map((each) => each.decimals)))
      }),
    )
  })

  it('multiplies exactly and distributes over sums', () => {
    expect(f.multiply(f.fixed(15n, 1), f.fixed(-25n, 2))).toEqual({ raw: -375n, decimals: 3 })
    fc.assert(
      fc.property(anyFixed, anyFixed, anyFixed, (a, b, c) =>
        same(f.multiply(a, f.add(b, c)), f.add(f.multiply(a, b), f.multiply(a, c))),
      ),
    )
  })

  it('divides toward zero, off by less than one unit of the last place', () => {
    expect(f.divide(f.fixed(2n, 0), f.fixed(3n, 0), 4)).toEqual({ raw: 6_666n, decimals: 4 })
    expect(f.divide(f.fixed(-2n, 0), f.fixed(3n, 0), 4)).toEqual({ raw: -6_666n, decimals: 4 })
    expect(f.divide(f.fixed(123_456n, 5), f.fixed(1n, 0), 2)).toEqual({ raw: 123n, decimals: 2 })
    expect(() => f.divide(f.fixed(1n, 0), f.fixed(0n, 18), 2)).toThrow(RangeError)
    fc.assert(
      fc.property(anyFixed, anyFixed, fc.nat(40), (a, b, decimals) => {
        fc.pre(!f.isZero(b))
        const rest = f.subtract(a, f.multiply(f.divide(a, b, decimals), b))
        const magnitude = (x: f.Fixed): f.Fixed => (x.raw < 0n ? f.negate(x) : x)
        expect(f.compare(magnitude(rest), f.multiply(magnitude(b), f.fixed(1n, decimals)))).toBe(-1)
      }),
    )
  })

  it('orders by value, not by scale', () => {
    expect(f.compare(f.fixed(10n, 1), f.fixed(1n, 0))).toBe(0)
    expect(f.compare(f.fixed(-1n, 18), f.fixed(0n, 0))).toBe(-1)
    fc.assert(
      fc.property(anyFixed, anyFixed, (a, b) => {
        expect(f.compare(a, b) + f.compare(b, a)).toBe(0)
        expect(Math.sign(Number(f.subtract(a, b).raw))).toBe(f.compare(a, b))
      }),
    )
  })

  it('rounds a half away from zero', () => {
    const rounded = (s: string, decimals: number): string =>
      f.toDecimalString(f.round(f.fromDecimalString(s), decimals))
    expect(rounded('0.5', 0)).toBe('1')
    expect(rounded('-0.5', 0)).toBe('-1')
    expect(rounded('0.49999999999999999999', 0)).toBe('0')
    expect(rounded('2.675', 2)).toBe('2.68')
    expect(rounded('-2.675', 2)).toBe('-2.68')
  })

  it('changes the scale only where no digit is lost', () => {
    expect(f.rescale(f.fixed(15n, 1), 3)).toEqual({ raw: 1_500n, decimals: 3 })
    expect(f.rescale(f.fixed(1_500n, 3), 1)).toEqual({ raw: 15n, decimals: 1 })
    expect(() => f.rescale(f.fixed(1_501n, 3), 1)).toThrow(RangeError)
    expect(() => f.fixed(1n, -1)).toThrow(RangeError)
    expect(() => f.fixed(1n, 0.5)).toThrow(RangeError)
  })

  it('gives the float nearest to the decimal, in order', () => {
    expect(f.toNumber(f.fixed(1n, 1))).toBe(0.1)
    expect(f.toNumber(f.fixed(9_007_199_254_740_993n, 0))).toBe(9_007_199_254_740_992)
    fc.assert(
      fc.property(anyFixed, anyFixed, (a, b) => {
        const [low, high] = f.compare(a, b) < 0 ? [a, b] : [b, a]
        expect(f.toNumber(low)).toBeLessThanOrEqual(f.toNumber(high))
      }),
    )
  })
})
