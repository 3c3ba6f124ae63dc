import type { ChainSlug } from '../chains'
import { failure } from '../errors'
import { sum } from '../math/fixed'
import { freshness, isKnown, missingIn, weakestClass } from './inherit'
import { numberId } from './number-id'
import type { Derived, Numbers, Observation, Omitted, Scope, Term } from './types'

/** What a sum is made of. What is not deployed, and an amount of 0 without a price, are not among its terms. */
export type Terms = {
  readonly terms: readonly Term[]
  /** How many there were before. */
  readonly listed: number
  /** How many were left out as 0. */
  readonly zeros: number
}

/** Just derived, as a term of a sum of the same metric. */
const termOf = (metric: string, scope: Scope, derived: Derived): Term => ({
  class: 'onchain',
  ...derived,
  id: numberId(metric, scope, derived.key),
})

export const termsOf = (metric: string, scope: Scope, derived: readonly Derived[]): readonly Term[] =>
  derived.map((each) => termOf(metric, scope, each))

/** Every one counts, known or not. */
export const all = (terms: readonly Term[]): Terms => ({ terms, listed: terms.length, zeros: 0 })

/** All but what is not deployed. */
export const deployed = (terms: readonly Term[]): Terms => ({
  ...all(terms),
  terms: terms.filter(({ code }) => code !== 'not-deployed'),
})

/** Dollars and the amounts behind them: unknown dollars of what is not deployed, or of 0, leave nothing out. */
export const withAmounts = (dollars: readonly Term[], amountOf: (key: string) => Observation | undefined): Terms => {
  const isZero = (term: Term) => !isKnown(term) && amountOf(term.key)?.value?.raw === 0n
  const isMissing = (term: Term) => !isKnown(term) && amountOf(term.key)?.code === 'not-deployed'
  return {
    terms: dollars.filter((term) => !isZero(term) && !isMissing(term)),
    listed: dollars.length,
    zeros: dollars.filter(isZero).length,
  }
}

/** Dollars of a metric on a chain, with the amounts behind them. */
export const dollarsOf = (
  numbers: Numbers,
  chain: Scope,
  metric: string,
  amount: string,
  wanted: (key: string) => boolean = () => true,
): Terms =>
  withAmounts(
    numbers.of(metric, chain).filter(({ key }) => key !== 'TOTAL' && wanted(key)),
    (key) => numbers.get(amount, chain, key),
  )

export const join = (...parts: readonly Terms[]): Terms => ({
  terms: parts.flatMap(({ terms }) => terms),
  listed: parts.reduce((count, { listed }) => count + listed, 0),
  zeros: parts.reduce((count, { zeros }) => count + zeros, 0),
})

const unknownSum = (key: string, status: 'failed' | 'absent', code: 'not-read' | 'not-deployed' | 'nothing-known') => {
  const why = failure(code)
  return { key, status, value: null, reason: why.message, code: why.code }
}

/**
 * Σ over what is known. What is not (absent, failed) is named in `omitted` with its reason, never counted as 0. What
 * the terms left out themselves is named too. Nothing known at all: absent. Nothing to add up: 0, but of `chains` that
 * have no number at all, not even one that failed: failed.
 */
export const total = (key: string, terms: readonly Term[], chains?: number): Derived => {
  const known = terms.filter(isKnown)
  const omitted = terms.flatMap((term): readonly Omitted[] =>
    isKnown(term) ? (term.omitted ?? []) : [{ id: term.id, reason: term.reason ?? term.note ?? term.status }],
  )
  const inputs = terms.map(({ id }) => id)
  if (terms.length === 0 && chains !== undefined && chains > 0)
    return { ...unknownSum(key, 'failed', 'not-read'), inputs }
  if (known.length === 0 && terms.length > 0)
    return { ...unknownSum(key, 'absent', 'nothing-known'), ...missingIn([], omitted), inputs }
  return {
    key,
    ...freshness(known),
    value: sum(known.map(({ value }) => value)),
    class: weakestClass(known),
    ...missingIn(known, omitted),
    ...(chains === undefined || known.length >= chains ? {} : { parts: { have: known.length, of: chains } }),
    inputs,
  }
}

/** Σ of the terms; failed where nothing was read, absent where nothing of it is deployed. */
export const sumOf = (key: string, { terms, listed, zeros }: Terms, chains?: number): Derived => {
  if (terms.length + zeros > 0) return total(key, terms, chains)
  const unknown = listed === 0 ? unknownSum(key, 'failed', 'not-read') : unknownSum(key, 'absent', 'not-deployed')
  return { ...unknown, inputs: [] }
}

/** Σ of one number over its chains; chains where it is not deployed do not count, unknown ones are said to be missing. */
export const sumOverChains = (numbers: Numbers, metric: string, chains: readonly ChainSlug[], key: string): Derived => {
  const sums = deployed(chains.flatMap((chain) => numbers.get(metric, chain, key) ?? []))
  return sumOf(key, sums, chains.length - (sums.listed - sums.terms.length))
}

/**
 * One number for each key of an amount on a chain, and their sum under TOTAL. The sum names what it leaves out, save what
 * is not deployed or amounts to 0.
 */
export const withTotal = (
  numbers: Numbers,
  metric: string,
  chain: Scope,
  amount: string,
  derive: (amount: Observation) => readonly Derived[],
): readonly Derived[] => {
  const amounts = numbers.of(amount, chain).filter(({ key }) => key !== 'TOTAL')
  const each = amounts.flatMap(derive)
  const sums = withAmounts(termsOf(metric, chain, each), (key) => amounts.find((held) => held.key === key))
  return [...each, sumOf('TOTAL', sums)]
}
