import type { ChainSlug } from '../chains'
import { type FailureCode, failure } from '../errors'
import { sum } from '../math/fixed'
import { freshness, isKnown, missingIn, weakestClass } from './inherit'
import { numberId } from './number-id'
import type { Derived, Numbers, Observation, Omitted, Scope, Term } from './types'

/** What a sum is made of. What is not deployed, and an amount of 0 without a price, are not among its terms. */
export type Terms = {
  readonly terms: readonly Term[]
  /** All that there were before. */
  readonly listed: readonly Term[]
  /** Amounts of 0 behind those that were left out: they are why nothing of these is missing. */
  readonly zeros: readonly Observation[]
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
export const all = (terms: readonly Term[]): Terms => ({ terms, listed: terms, zeros: [] })

/** All but what is not deployed. */
export const deployed = (terms: readonly Term[]): Terms => ({
  ...all(terms),
  terms: terms.filter(({ code }) => code !== 'not-deployed'),
})

type AmountOf = (key: string) => Observation | undefined

/** Dollars and the amounts behind them: unknown dollars of what is not deployed, or of 0, leave nothing out. */
export const withAmounts = (dollars: readonly Term[], amountOf: AmountOf): Terms => {
  const terms: Term[] = []
  const zeros: Observation[] = []
  for (const term of dollars) {
    const amount = isKnown(term) ? undefined : amountOf(term.key)
    if (amount?.value?.raw === 0n) zeros.push(amount)
    else if (amount?.code !== 'not-deployed') terms.push(term)
  }
  return { terms, listed: dollars, zeros }
}

/**
 * The same of what a contract lists: of a part without code the dollars are missing, and named. Where nothing of the list
 * is deployed, there is no such contract yet.
 */
export const withListed = (dollars: readonly Term[], amountOf: AmountOf): Terms => {
  const some = withAmounts(dollars, amountOf)
  if (some.terms.length + some.zeros.length === 0) return some
  return { ...some, terms: dollars.filter((term) => isKnown(term) || amountOf(term.key)?.value?.raw !== 0n) }
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

/** The same of what a contract lists. */
export const listedDollarsOf = (numbers: Numbers, chain: Scope, metric: string, amount: string): Terms =>
  withListed(
    numbers.of(metric, chain).filter(({ key }) => key !== 'TOTAL'),
    (key) => numbers.get(amount, chain, key),
  )

export const join = (...parts: readonly Terms[]): Terms => ({
  terms: parts.flatMap(({ terms }) => terms),
  listed: parts.flatMap(({ listed }) => listed),
  zeros: parts.flatMap(({ zeros }) => zeros),
})

const unknown = (
  status: 'failed' | 'absent',
  code: FailureCode,
): Pick<Derived, 'status' | 'value' | 'reason' | 'code'> => {
  const why = failure(code)
  return { status, value: null, reason: why.message, code: why.code }
}

/** Failed where some term did, for its reason where all have the same; absent only where every term is. */
const nothingKnown = (terms: readonly Term[]): ReturnType<typeof unknown> => {
  const [first] = terms
  if (!terms.some(({ status }) => status === 'failed')) return unknown('absent', 'nothing-known')
  const isShared = first?.code !== undefined && terms.every(({ code }) => code === first.code)
  return unknown('failed', isShared ? first.code : 'nothing-known')
}

/** What is not known (absent, failed) with its reason, and what the terms left out themselves. */
const omittedOf = (terms: readonly Term[]): readonly Omitted[] =>
  terms.flatMap((term): readonly Omitted[] =>
    isKnown(term) ? (term.omitted ?? []) : [{ id: term.id, reason: term.reason ?? term.note ?? term.status }],
  )

/**
 * Σ over what is known. What is not is named in `omitted`, never counted as 0; that an amount is 0, its own number shows.
 * Failed where nothing was read, absent where nothing of it is deployed. `chains`: how many there are to add up.
 */
export const sumOf = (key: string, { terms, listed, zeros }: Terms, chains?: number): Derived => {
  const known = terms.filter(isKnown)
  const omitted = omittedOf(terms)
  const about = { key, class: weakestClass(listed), inputs: [...terms, ...zeros].map(({ id }) => id) }
  if (listed.length === 0) return { ...unknown('failed', 'not-read'), key, inputs: [] }
  if (terms.length + zeros.length === 0) return { ...unknown('absent', 'not-deployed'), ...about }
  if (known.length === 0 && terms.length > 0) return { ...nothingKnown(terms), ...missingIn([], omitted), ...about }
  return {
    ...freshness([...known, ...zeros]),
    value: sum(known.map(({ value }) => value)),
    ...missingIn(known, omitted),
    ...(chains === undefined || known.length >= chains ? {} : { parts: { have: known.length, of: chains } }),
    ...about,
  }
}

/** Σ of one number over its chains; chains where it is not deployed do not count, unknown ones are said to be missing. */
export const sumOverChains = (numbers: Numbers, metric: string, chains: readonly ChainSlug[], key: string): Derived => {
  const sums = deployed(chains.flatMap((chain) => numbers.get(metric, chain, key) ?? []))
  return sumOf(key, sums, chains.length - (sums.listed.length - sums.terms.length))
}

/**
 * One number for each key of an amount on a chain, and their sum under TOTAL, which names what it leaves out. `select`:
 * whether the keys are listed by hand (`withAmounts`) or by a contract (`withListed`).
 */
export const withTotal = (
  numbers: Numbers,
  metric: string,
  chain: Scope,
  amount: string,
  select: typeof withAmounts,
  derive: (amount: Observation) => readonly Derived[],
): readonly Derived[] => {
  const amounts = numbers.of(amount, chain).filter(({ key }) => key !== 'TOTAL')
  const each = amounts.flatMap(derive)
  const sums = select(termsOf(metric, chain, each), (key) => amounts.find((held) => held.key === key))
  return [...each, sumOf('TOTAL', sums)]
}
