import { methodVersionOf } from './define'
import { numberId } from './number-id'
import type { Class, Derived, Metric, Observation, Scope } from './types'

/** An observation while it is put together. */
export type Draft = { -readonly [name in keyof Observation]: Observation[name] }

/** What is said of one key: derived, or read, which has no inputs. */
type Content = Omit<Derived, 'inputs'> & Partial<Pick<Derived, 'inputs'>>

/** The class of a number follows from what it is, not from what was read: it is the same where the number is unknown. */
const classOf = (metric: Metric, chain: Scope, { key, class: kind }: Content): Class => {
  const own = metric.kind === 'read' && chain !== 'all' ? metric.classOf?.(chain, key) : undefined
  return kind ?? own ?? metric.class
}

/** What a metric says of one key on one chain. Written out, not spread: a snapshot makes thousands, of many shapes. */
export const observationOf = (metric: Metric, chain: Scope, content: Content): Draft => {
  const draft: Draft = {
    id: numberId(metric.id, chain, content.key),
    metric: metric.id,
    chain,
    key: content.key,
    status: content.status,
    value: content.value,
    unit: metric.unit,
    class: classOf(metric, chain, content),
    methodVersion: methodVersionOf(metric),
  }
  const { label, reason, code, omitted, parts, note, inputs } = content
  if (label !== undefined) draft.label = label
  if (reason !== undefined) draft.reason = reason
  if (code !== undefined) draft.code = code
  if (omitted !== undefined) draft.omitted = omitted
  if (parts !== undefined) draft.parts = parts
  if (note !== undefined) draft.note = note
  if (inputs !== undefined) draft.inputs = inputs
  return draft
}
