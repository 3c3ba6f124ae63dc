import type { Fixed } from '../math/fixed'
import type { Valuation } from './define-position'

/** Valuations by a price that an issuer reports from time to time. */
export type ReportedValuation = Extract<Valuation, { readonly kind: 'superstate' | 'centrifuge' }>

export const isReported = (valuation: Valuation): valuation is ReportedValuation =>
  valuation.kind === 'superstate' || valuation.kind === 'centrifuge'

/** A price that somebody reported, and when; unix seconds. */
export type ReportedPrice = {
  readonly value: Fixed
  /** Null where nothing says when. */
  readonly updatedAt: bigint | null
  /** Until when its issuer lets it be used, where that is said. */
  readonly validUntil?: bigint
}

/** Funds are priced on business days: a long weekend is four days. Superstate's own oracle keeps the same limit. */
const oldestPrice = 5n * 86_400n

/** Whether a price is too old to stand for now, or does not say how old it is. */
export const isOld = ({ updatedAt, validUntil }: ReportedPrice, timestamp: number): boolean => {
  const now = BigInt(timestamp)
  return updatedAt === null || now > updatedAt + oldestPrice || (validUntil !== undefined && now > validUntil)
}
