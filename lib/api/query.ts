import { metricById } from '../metrics'
import { isScope, keyPattern, lineOf, scopes } from '../metrics/number-id'
import { lines, type Observation } from '../metrics/types'
import { Problem } from './problem'

const snapshotPattern = /^[0-9a-f]{64}$/
const manyAtMost = 200

export type Moment = { readonly id: string } | { readonly time: number } | null
export type NumberFilter = {
  readonly metrics: readonly string[]
  readonly chains: readonly string[]
  readonly keys: readonly string[]
  readonly lines: readonly string[]
}

const each = (
  query: URLSearchParams,
  name: string,
  allowed: (value: string) => boolean,
  may: string,
): readonly string[] => {
  const values = query.getAll(name)
  if (values.length > manyAtMost || !values.every(allowed))
    throw new Problem('bad-parameter', `\`${name}\` may be ${may}.`)
  return values
}

/** `at`: unix seconds or the id of a snapshot. Throws Problem. */
export const momentOf = (query: URLSearchParams): Moment => {
  const values = query.getAll('at')
  const [value] = values
  if (value === undefined) return null
  if (values.length === 1 && snapshotPattern.test(value)) return { id: value }
  if (values.length === 1 && /^\d{1,11}$/.test(value)) return { time: Number(value) }
  throw new Problem('bad-parameter', '`at` may be unix seconds, or the 64 hexadecimal digits of a snapshot.')
}

/** Filters repeat and combine; with none, everything. Throws Problem. */
export const filterOf = (query: URLSearchParams): NumberFilter => ({
  metrics: each(query, 'metric', (value) => metricById(value) !== undefined, 'any id that /api/v1/metrics lists'),
  chains: each(query, 'chain', isScope, scopes.join(', ')),
  keys: each(query, 'key', (value) => keyPattern.test(value), 'letters, digits and _ . @ -'),
  lines: each(query, 'line', (value) => lines.some((line) => line === value), lines.join(', ')),
})

const passes = (allowed: readonly string[], value: string) => allowed.length === 0 || allowed.includes(value)

export const selectNumbers = (numbers: readonly Observation[], filter: NumberFilter): readonly Observation[] =>
  numbers.filter(
    (num) =>
      passes(filter.metrics, num.metric) &&
      passes(filter.chains, num.chain) &&
      passes(filter.keys, num.key) &&
      passes(filter.lines, lineOf(num.metric)),
  )
