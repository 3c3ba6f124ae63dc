import { type Fixed, fromDecimalString } from '../math/fixed'

/** A value with all its decimals, trailing zeros too: read back it can be computed with as if it had just been read. */
export const valueText = ({ raw, decimals }: Fixed): string => {
  const digits = (raw < 0n ? -raw : raw).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${raw < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`
}

/** The inverse of `valueText`. @throws SyntaxError on anything else. */
export const valueOfText = (text: string): Fixed => fromDecimalString(text)
