import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentMul, RAY, rayDiv, rayMul, rpow, secondsBetween, UINT256_MAX, WAD, wadDiv, wadMul } from '@/lib/math/ray'

const ray = fc.bigInt({ min: 0n, max: 10n * RAY })

describe('ray and wad arithmetic', () => {
  it('rounds half up in each operation, as Aave does', () => {
    expect(rayMul(1n, RAY / 2n)).toBe(1n)
    expect(rayMul(1n, RAY / 2n - 1n)).toBe(0n)
    expect(rayDiv(1n, 2n * RAY)).toBe(1n)
    expect(rayDiv(1n, 3n * RAY)).toBe(0n)
    expect(wadMul(1n, WAD / 2n)).toBe(1n)
    expect(wadDiv(2n, 3n)).toBe(666_666_666_666_666_667n)
    expect(percentMul(1n, 5_000n)).toBe(1n)
    expect(percentMul(1n, 4_999n)).toBe(0n)
    expect(() => rayDiv(1n, 0n)).toThrow(RangeError)
  })

  it('has RAY as its one and grows with each argument', () => {
    fc.assert(
      fc.property(ray, ray, (a, b) => {
        expect(rayMul(a, RAY)).toBe(a)
        expect(rayDiv(a, RAY)).toBe(a)
        expect(rayMul(a, b)).toBe(rayMul(b, a))
        expect(rayMul(a + 1n, b)).toBeGreaterThanOrEqual(rayMul(a, b))
      }),
    )
  })

  it('refuses a span that runs backwards', () => {
    expect(secondsBetween(1_750_147_200, 1_750_147_212n)).toBe(12n)
    expect(() => secondsBetween(2n, 1n)).toThrow(RangeError)
  })
})

describe('rpow', () => {
  it('is one at 0, the base at 1, and 0 only for a base of 0', () => {
    expect(rpow(0n, 0n)).toBe(RAY)
    expect(rpow(0n, 5n)).toBe(0n)
    expect(rpow(0n, 6n)).toBe(0n)
    fc.assert(fc.property(ray, (x) => rpow(x, 0n) === RAY && rpow(x, 1n) === x && rpow(x, 2n) === rayMul(x, x)))
  })

  // Recomputed with node and Python; the last row of each is the year.
  it.each([
    [1000000001395766281313196627n, 2n, 1000000002791532564574556766n],
    [1000000001395766281313196627n, 3_600n, 1000005024771233341498385274n],
    [1000000001395766281313196627n, 86_400n, 1000120601478394943155413635n],
    [1000000001395766281313196627n, 31_536_000n, 1044999999999999999977849702n],
    [1000000001471536429740616381n, 31_536_000n, 1047499999999999999951165163n],
    [1000000001547125957863212448n, 31_536_000n, 1049999999999999999961070145n],
    [1000000003734875566854894261n, 31_536_000n, 1124999999999999999980492118n],
    // xchain-ssr-oracle, SSRAuthOracle.t.sol:159
    [1000000021979553151239153020n, 31_536_000n, 1999999999999999999505617035n],
  ])('takes %s to the power of %s as the contract does', (rate, seconds, expected) => {
    expect(rpow(rate, seconds)).toBe(expected)
  })

  it('refuses a power at which the contract would overflow', () => {
    expect(() => rpow(UINT256_MAX, 2n)).toThrow(RangeError)
    expect(() => rpow(2n * RAY, 31_536_000n)).toThrow(RangeError)
    expect(rpow(UINT256_MAX, 1n)).toBe(UINT256_MAX)
  })

  it('grows with the rate and with time', () => {
    const rate = fc.bigInt({ min: RAY, max: RAY + 10n ** 20n })
    const seconds = fc.bigInt({ min: 0n, max: 31_536_000n })
    fc.assert(
      fc.property(
        rate,
        seconds,
        (x, n) => rpow(x, n + 1n) >= rpow(x, n) - 1_000_000_000n && rpow(x + 10n ** 12n, n) >= rpow(x, n),
      ),
    )
  })
})
