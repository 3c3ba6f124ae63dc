/** An exact fraction. Nothing of lib/math is used here: what it computes is what is refereed. */
export type Exact = { readonly over: bigint; readonly under: bigint }

export const exact = (over: bigint, under = 1n): Exact => {
  if (under === 0n) throw new RangeError('Division by nothing.')
  return under < 0n ? { over: -over, under: -under } : { over, under }
}

export const zero = exact(0n)
export const scaled = (raw: bigint, decimals: number): Exact => exact(raw, 10n ** BigInt(decimals))
export const plus = (a: Exact, b: Exact): Exact => exact(a.over * b.under + b.over * a.under, a.under * b.under)
export const minus = (a: Exact, b: Exact): Exact => exact(a.over * b.under - b.over * a.under, a.under * b.under)
export const times = (a: Exact, b: Exact): Exact => exact(a.over * b.over, a.under * b.under)
export const by = (a: Exact, b: Exact): Exact => exact(a.over * b.under, a.under * b.over)
export const isZero = (a: Exact): boolean => a.over === 0n
export const abs = (a: Exact): Exact => exact(a.over < 0n ? -a.over : a.over, a.under)
export const atMost = (a: Exact, b: Exact): boolean => a.over * b.under <= b.over * a.under
/** A plain decimal as the API writes it. */
export const parse = (text: string): Exact => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new SyntaxError(`Not a decimal: ${text}`)
  const [, sign, whole, fraction = ''] = match
  return scaled(BigInt(`${sign}${whole}${fraction}`), fraction.length)
}

export const show = (a: Exact): string => {
  const places = 30
  const digits = ((a.over < 0n ? -a.over : a.over) * 10n ** BigInt(places)) / a.under
  const text = digits.toString().padStart(places + 1, '0')
  return `${a.over < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/, '')
}

const year = 31_536_000n
/** Places kept while compounding: far more than any answer shows. */
const grain = 10n ** 60n

/** `growth ^ 31 536 000 − 1`, by repeated squaring in 60 decimal places. */
export const compounded = (growth: Exact): Exact => {
  let square = (growth.over * grain) / growth.under
  let product = grain
  for (let left = year; left > 0n; left /= 2n) {
    if (left % 2n === 1n) product = (product * square) / grain
    square = (square * square) / grain
  }
  return exact(product - grain, grain)
}

/** APY of a yearly rate (ray) that is credited each second. */
export const apyOfYearly = (rate: bigint): Exact => compounded(exact(rate + 10n ** 27n * year, 10n ** 27n * year))
