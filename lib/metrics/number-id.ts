import { chainSlugs, isChainSlug } from '../chains'
import type { Scope } from './types'

/** A number's id is `metric:chain:key`. Here alone it is put together and taken apart. */
export type NumberId = { readonly metric: string; readonly chain: Scope; readonly key: string }

/** The chains that a number can be of, and `all`. */
export const scopes: readonly Scope[] = [...chainSlugs, 'all']

export const isScope = (word: string): word is Scope => word === 'all' || isChainSlug(word)

/** Keys are registry constants, addresses, bytes32, with `@` and `.` between. */
export const keyPattern = /^[A-Za-z0-9_.@-]{1,140}$/

export const numberId = (metric: string, chain: Scope, key: string): string => `${metric}:${chain}:${key}`

/** The three parts as they are written, whatever they hold; null where there are not three. */
export const splitNumberId = (id: string): readonly [metric: string, chain: string, key: string] | null => {
  const [metric, chain, key, ...rest] = id.split(':')
  return metric && chain && key && rest.length === 0 ? [metric, chain, key] : null
}

/** An id of known form; null for anything else. Whether there is such a metric, the registry says. */
export const parseNumberId = (id: string): NumberId | null => {
  const [metric, chain, key] = splitNumberId(id) ?? []
  if (metric === undefined || chain === undefined || key === undefined) return null
  return isScope(chain) && keyPattern.test(key) ? { metric, chain, key } : null
}

/** The chain of an id, or `all`; null where it names none. */
export const scopeOf = (id: string): Scope | null => {
  const from = id.indexOf(':') + 1
  const chain = id.slice(from, id.indexOf(':', from))
  return isScope(chain) ? chain : null
}

/** The metric of an id. */
export const metricIdOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')))

/** The product line of a metric: `lend` of `lend.supply-apy`. */
export const lineOf = (metric: string): string => metric.slice(0, Math.max(0, metric.indexOf('.')))
