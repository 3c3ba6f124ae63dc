import { failure } from '../errors'
import type { Fixed } from '../math/fixed'
import { divide, multiply, subtract } from '../math/fixed'
import { freshness, isKnown, missingIn, weakestClass } from './inherit'
import type { Derived, Status, Term } from './types'

type Extra = { readonly label?: string }

/** Unknown for the reason of the term that is; where there is no such term, because an input is missing. */
const unknown = (
  key: string,
  status: Status,
  terms: readonly Term[],
  cause: Term | undefined,
  extra: Extra,
): Derived => {
  const why = failure(
    'input',
    cause === undefined ? undefined : `${cause.id}: ${cause.reason ?? cause.note ?? cause.status}`,
  )
  return {
    key,
    ...extra,
    status,
    value: null,
    reason: cause?.code === undefined || cause.reason === undefined ? why.message : cause.reason,
    code: cause?.code ?? why.code,
    ...(terms.length === 0 ? {} : { class: weakestClass(terms) }),
    inputs: terms.map(({ id }) => id),
  }
}

/**
 * A value computed from terms that must all be known. An unknown one makes it unknown for the same reason; a stale one
 * makes it stale.
 */
export const from = (
  key: string,
  terms: readonly (Term | undefined)[],
  compute: (...values: readonly Fixed[]) => Fixed | null,
  extra: Extra = {},
): Derived => {
  const present = terms.filter((term) => term !== undefined)
  const inputs = present.map(({ id }) => id)
  const label = extra.label ?? present.find((term) => term.label !== undefined)?.label
  const labelled: Extra = label === undefined ? extra : { ...extra, label }
  if (present.length < terms.length) return unknown(key, 'failed', present, undefined, labelled)
  const missing = present.find((term) => !isKnown(term))
  if (missing !== undefined)
    return unknown(key, missing.status === 'failed' ? 'failed' : 'absent', present, missing, labelled)
  const value = compute(...present.filter(isKnown).map((term) => term.value))
  if (value === null) return unknown(key, 'absent', present, undefined, labelled)
  return {
    key,
    ...labelled,
    ...freshness(present),
    value,
    class: weakestClass(present),
    ...missingIn(present),
    inputs,
  }
}

/** What 0 is multiplied or divided by: the result is 0 however old it is. */
const besideZero = (factor: Term | undefined, other: Term | undefined): Term | undefined =>
  factor?.status === 'stale' && other?.status === 'ok' && other.value?.raw === 0n ? { ...factor, status: 'ok' } : factor

/** a × b, exact: the decimals add up. */
export const product = (key: string, a: Term | undefined, b: Term | undefined): Derived =>
  from(key, [besideZero(a, b), besideZero(b, a)], (x, y) => (x && y ? multiply(x, y) : null))

/** a / b cut to 27 places; unknown where b is 0. */
export const quotient = (key: string, a: Term | undefined, b: Term | undefined): Derived =>
  from(key, [a, besideZero(b, a)], (x, y) => (x && y && y.raw !== 0n ? divide(x, y, 27) : null))

/** a − b. */
export const difference = (key: string, a: Term | undefined, b: Term | undefined): Derived =>
  from(key, [a, b], (x, y) => (x && y ? subtract(x, y) : null))

/** The same value under another metric or key. */
export const same = (key: string, a: Term | undefined): Derived => from(key, [a], (x) => x ?? null)
