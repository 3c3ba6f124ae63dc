import { z } from 'zod'

/** The snapshot that a request speaks of: one by its id, or the newest at or before a time. */
export type Moment = { readonly id: string } | { readonly time: number }

const allowed = '`at` may be unix seconds, or the 64 hexadecimal digits of a snapshot.'

export const at = z
  .string({ error: allowed })
  .regex(/^([0-9]{1,11}|[0-9a-f]{64})$/, { error: allowed })
  .transform((text): Moment => (text.length === 64 ? { id: text } : { time: Number(text) }))
  .optional()
  .meta({ description: 'Unix seconds, or the id of a snapshot: answers from the stored snapshot at or before it.' })
