import { fixed } from '@/lib/math/fixed'
import type { Term } from '@/lib/metrics/types'

/** A known term; what is said beside its value stands in its place. */
export const term = (key: string, raw: bigint, more: Partial<Term> = {}): Term => ({
  id: `lend.part:ethereum:${key}`,
  key,
  status: 'ok',
  value: fixed(raw, 2),
  class: 'onchain',
  ...more,
})

export const failedTerm = (key: string, more: Partial<Term> = {}): Term =>
  term(key, 0n, { status: 'failed', value: null, reason: 'The contract refused.', code: 'reverted', ...more })
