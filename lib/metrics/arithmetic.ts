import { failure } from '../errors'
import type { Fixed } from '../math/fixed'
import { divide, multiply, subtract, sum } from '../math/fixed'
import type { Class, Derived, Observation, Omitted, Status } from './types'

/** Least provable first: a figure is only as good as the weakest dollar in it. */
const classOrder: readonly Class[] = ['promise', 'stated', 'issuer', 'onchain']

const weakest = (nums: readonly Observation[]): Class =>
  classOrder.find((each) => nums.some((num) => num.class === each)) ?? 'onchain'

const isKnown = (num: Observation): num is Observation & { readonly value: Fixed } =>
  (num.status === 'ok' || num.status === 'stale') && num.value !== null

type Extra = { readonly label?: string; readonly note?: string }

const unknown = (
  key: string,
  status: Status,
  inputs: readonly string[],
  about: Observation | undefined,
  extra: Extra,
): Derived => {
  const why = failure(
    'input',
    about === undefined ? undefined : `${about.id}: ${about.reason ?? about.note ?? about.status}`,
  )
  return {
    key,
    ...extra,
    status,
    value: null,
    reason: about?.code === undefined || about.reason === undefined ? why.message : about.reason,
    code: about?.code ?? why.code,
    inputs,
  }
}

/**
 * A value computed from numbers that must all be known. An unknown one makes it unknown for the same reason;
 * a stale one makes it stale.
 */
export const from = (
  key: string,
  nums: readonly (Observation | undefined)[],
  compute: (...values: readonly Fixed[]) => Fixed | null,
  extra: Extra = {},
): Derived => {
  const present = nums.filter((num) => num !== undefined)
  const inputs = present.map((num) => num.id)
  const label = extra.label ?? present.find((num) => num.label !== undefined)?.label
  const said: Extra = label === undefined ? extra : { ...extra, label }
  if (present.length < nums.length) return unknown(key, 'failed', inputs, undefined, said)
  const missing = present.find((num) => !isKnown(num))
  if (missing !== undefined)
    return unknown(key, missing.status === 'failed' ? 'failed' : 'absent', inputs, missing, said)
  const value = compute(...present.filter(isKnown).map((num) => num.value))
  if (value === null) return unknown(key, 'absent', inputs, undefined, said)
  return { key, ...said, ...carried(present), value, class: weakest(present), ...missingIn(present), inputs }
}

const carried = (nums: readonly Observation[]): Pick<Derived, 'status' | 'reason' | 'code'> => {
  const stale = nums.find((num) => num.status === 'stale')
  if (stale === undefined) return { status: 'ok' }
  return {
    status: 'stale',
    ...(stale.reason === undefined ? {} : { reason: stale.reason }),
    ...(stale.code === undefined ? {} : { code: stale.code }),
  }
}

const share = ({ have, of }: { readonly have: number; readonly of: number }) => have / of

const omittedIn = (nums: readonly Observation[]): readonly Omitted[] =>
  nums.some((num) => num.omitted !== undefined) ? nums.flatMap((num) => num.omitted ?? []) : []

/** What sums left out stays named in all that is made of them: each once, and of the chains the worst count. */
const missingIn = (
  nums: readonly Observation[],
  omitted: readonly Omitted[] = omittedIn(nums),
): Pick<Derived, 'omitted' | 'parts'> => {
  if (omitted.length === 0 && nums.every((num) => num.parts === undefined)) return {}
  const each = [...new Map(omitted.map((item) => [item.id, item])).values()]
  const [parts] = nums.flatMap((num) => num.parts ?? []).sort((a, b) => share(a) - share(b))
  return { ...(each.length === 0 ? {} : { omitted: each }), ...(parts === undefined ? {} : { parts }) }
}

/** a × b, exact: the decimals add up. */
export const product = (key: string, a: Observation | undefined, b: Observation | undefined, extra?: Extra): Derived =>
  from(key, [a, b], (x, y) => (x && y ? multiply(x, y) : null), extra)

/** a / b cut to `decimals` places; unknown where b is 0. */
export const quotient = (
  key: string,
  a: Observation | undefined,
  b: Observation | undefined,
  decimals = 27,
  extra?: Extra,
): Derived => from(key, [a, b], (x, y) => (x && y && y.raw !== 0n ? divide(x, y, decimals) : null), extra)

/** a − b. */
export const difference = (
  key: string,
  a: Observation | undefined,
  b: Observation | undefined,
  extra?: Extra,
): Derived => from(key, [a, b], (x, y) => (x && y ? subtract(x, y) : null), extra)

/** The same value under another metric or key. */
export const same = (key: string, a: Observation | undefined, extra?: Extra): Derived =>
  from(key, [a], (x) => x ?? null, extra)

/**
 * Σ over what is known. What is not (absent, failed) is named in `omitted` with its reason, never counted as 0. What
 * the inputs left out themselves is named too. Nothing known at all: absent. Nothing to add up: 0, but of `chains` that
 * have no number at all, not even one that failed: failed.
 */
export const total = (
  key: string,
  nums: readonly Observation[],
  extra: Extra & { readonly chains?: number } = {},
): Derived => {
  const { chains, ...said } = extra
  const known = nums.filter(isKnown)
  const omitted: Omitted[] = []
  for (const num of nums) {
    if (isKnown(num)) omitted.push(...(num.omitted ?? []))
    else omitted.push({ id: num.id, reason: num.reason ?? num.note ?? num.status })
  }
  const inputs = nums.map((num) => num.id)
  if (nums.length === 0 && chains !== undefined && chains > 0) {
    const { message: reason, code } = failure('not-read')
    return { key, ...said, status: 'failed', value: null, reason, code, inputs }
  }
  if (known.length === 0 && nums.length > 0) {
    const why = failure('nothing-known')
    const { message: reason, code } = why
    return { key, ...said, status: 'absent', value: null, reason, code, ...missingIn([], omitted), inputs }
  }
  return {
    key,
    ...said,
    ...carried(known),
    value: sum(known.map((num) => num.value)),
    class: weakest(known),
    ...missingIn(known, omitted),
    ...(chains === undefined || known.length >= chains ? {} : { parts: { have: known.length, of: chains } }),
    inputs,
  }
}
