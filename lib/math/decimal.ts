import { add, divide, fromDecimalString, isZero, subtract, toDecimalString } from './fixed'

/** The exact sum of decimals. */
export const addDecimals = (a: string, b: string): string =>
  a === '0' ? b : b === '0' ? a : toDecimalString(add(fromDecimalString(a), fromDecimalString(b)))

export const differenceOf = (a: string, b: string): string =>
  toDecimalString(subtract(fromDecimalString(a), fromDecimalString(b)))

/** `part / whole` as an exact decimal of 12 places; null where the whole is 0. */
export const ratioOf = (part: string, whole: string): string | null => {
  const divisor = fromDecimalString(whole)
  return isZero(divisor) ? null : toDecimalString(divide(fromDecimalString(part), divisor, 12))
}
