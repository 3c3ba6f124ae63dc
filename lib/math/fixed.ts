/** An exact decimal: `raw / 10^decimals`. Plain data, so that it can be stored and passed anywhere. */
export type Fixed = { readonly raw: bigint; readonly decimals: number }

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** `raw / 10^decimals`. @throws RangeError when `decimals` is not a whole number from 0 up. */
export function fixed(raw: bigint, decimals: number): Fixed {
  if (!Number.isInteger(decimals) || decimals < 0)
    throw new RangeError(`decimals must be a whole number, not ${decimals}`)
  return { raw, decimals }
}

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Both raw values at the larger of the two scales. */
function align(a: Fixed, b: Fixed): readonly [a: bigint, b: bigint, decimals: number] {
  const decimals = Math.max(a.decimals, b.decimals)
  return [a.raw * powerOfTen(decimals - a.decimals), b.raw * powerOfTen(decimals - b.decimals), decimals]
}

/** Exact, at the larger scale of the two. */
export function add(a: Fixed, b: Fixed): Fixed {
  const [x, y, decimals] = align(a, b)
  return { raw: x + y, decimals }
}

/** Exact, at the larger scale of the two. */
export function subtract(a: Fixed, b: Fixed): Fixed {
  return add(a, negate(b))
}

/** Exact, at the largest scale in the list; of nothing it is 0 with no decimals. */
export function sum(list: Iterable<Fixed>): Fixed {
  let total: Fixed = { raw: 0n, decimals: 0 }
  for (const term of list) total = add(total, term)
  return total
}

/** Exact: the decimals add up. */
export function multiply(a: Fixed, b: Fixed): Fixed {
  return { raw: a.raw * b.raw, decimals: a.decimals + b.decimals }
}

/** `a / b` cut (toward zero) after `decimals` places. @throws RangeError when `b` is 0. */
export function divide(a: Fixed, b: Fixed, decimals: number): Fixed {
  if (b.raw === 0n) throw new RangeError('division by zero')
  const shift = decimals + b.decimals - a.decimals
  const [numerator, denominator] = shift >= 0 ? [a.raw * powerOfTen(shift), b.raw] : [a.raw, b.raw * powerOfTen(-shift)]
  return fixed(numerator / denominator, decimals)
}

export function negate(f: Fixed): Fixed {
  return { raw: -f.raw, decimals: f.decimals }
}

/** −1, 0 or 1 by value, whatever the scales: fit for `sort`. */
export function compare(a: Fixed, b: Fixed): -1 | 0 | 1 {
  const [x, y] = align(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export function isZero(f: Fixed): boolean {
  return f.raw === 0n
}

/** The same value at another scale. @throws RangeError when digits would be lost: see `round`. */
export function rescale(f: Fixed, decimals: number): Fixed {
  const rounded = round(f, decimals)
  if (compare(rounded, f) !== 0) throw new RangeError(`${toDecimalString(f)} does not fit ${decimals} decimals`)
  return rounded
}

/** To `decimals` places; a half goes away from zero. More places than before only add zeros. */
export function round(f: Fixed, decimals: number): Fixed {
  if (decimals >= f.decimals) return fixed(f.raw * powerOfTen(decimals - f.decimals), decimals)
  const unit = powerOfTen(f.decimals - decimals)
  const half = f.raw < 0n ? -unit / 2n : unit / 2n
  return fixed((f.raw + half) / unit, decimals)
}

const digitsOf = ({ raw, decimals }: Fixed): { readonly whole: string; readonly fraction: string } => {
  const digits = (raw < 0n ? -raw : raw).toString().padStart(decimals + 1, '0')
  const point = digits.length - decimals
  return { whole: `${raw < 0n ? '-' : ''}${digits.slice(0, point)}`, fraction: digits.slice(point) }
}

/** Exact, without exponent; trailing zeros of the fraction are left out. `{ raw: -1500n, decimals: 3 }` → `-1.5`. */
export function toDecimalString(f: Fixed): string {
  const { whole, fraction } = digitsOf(f)
  const shown = fraction.replace(/0+$/, '')
  return `${whole}${shown && `.${shown}`}`
}

/** With all its decimals, trailing zeros too: read back it is the very same value. `{ raw: -1500n, decimals: 3 }` → `-1.500`. */
export function toFullDecimalString(f: Fixed): string {
  const { whole, fraction } = digitsOf(f)
  return `${whole}${fraction && `.${fraction}`}`
}

/** The inverse of both; keeps the decimals written (`1.50` has two). @throws SyntaxError on anything else. */
export function fromDecimalString(s: string): Fixed {
  const match = DECIMAL.exec(s)
  if (!match) throw new SyntaxError(`not a decimal: ${s.slice(0, 80)}`)
  const [, sign = '', whole = '', fraction = ''] = match
  return { raw: BigInt(`${sign}${whole}${fraction}`), decimals: fraction.length }
}

/** The nearest float, for pixels only: never for a figure that is shown or summed. */
export function toNumber(f: Fixed): number {
  return Number(toDecimalString(f))
}
