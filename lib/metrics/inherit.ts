import type { Fixed } from '../math/fixed'
import type { Class, Derived, Observation, Omitted, Term } from './types'

/** Least provable first: a figure is only as good as the weakest dollar in it. */
const classOrder: readonly Class[] = ['promise', 'stated', 'issuer', 'onchain']

export const weakestClass = (terms: readonly Term[]): Class =>
  classOrder.find((each) => terms.some((term) => term.class === each)) ?? 'onchain'

export type Known<term extends Term> = term & { readonly value: Fixed }

export const isKnown = <term extends Term>(term: term | undefined): term is Known<term> =>
  term !== undefined && (term.status === 'ok' || term.status === 'stale') && term.value !== null

/** `ok`, or `stale` for the reason of the first that is. */
export const freshness = (terms: readonly Term[]): Pick<Derived, 'status' | 'reason' | 'code'> => {
  const stale = terms.find(({ status }) => status === 'stale')
  if (stale === undefined) return { status: 'ok' }
  const { reason, code } = stale
  return { status: 'stale', ...(reason === undefined ? {} : { reason }), ...(code === undefined ? {} : { code }) }
}

const share = ({ have, of }: NonNullable<Observation['parts']>) => have / of

const omittedIn = (terms: readonly Term[]): readonly Omitted[] =>
  terms.some(({ omitted }) => omitted !== undefined) ? terms.flatMap(({ omitted }) => omitted ?? []) : []

/** What sums left out stays named in all that is made of them: each once, and of the chains the worst count. */
export const missingIn = (
  terms: readonly Term[],
  omitted: readonly Omitted[] = omittedIn(terms),
): Pick<Derived, 'omitted' | 'parts'> => {
  if (omitted.length === 0 && terms.every(({ parts }) => parts === undefined)) return {}
  const each = [...new Map(omitted.map((item) => [item.id, item])).values()]
  const [parts] = terms.flatMap((term) => term.parts ?? []).sort((a, b) => share(a) - share(b))
  return { ...(each.length === 0 ? {} : { omitted: each }), ...(parts === undefined ? {} : { parts }) }
}
