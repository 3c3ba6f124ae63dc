import { z } from 'zod'
import type { AnswerOf } from '../endpoint'
import { failureCode, key, kind, metricId, numberId, scope, unit, value } from './basics'

const identity = { id: numberId, metric: metricId, chain: scope, key, label: z.string().optional() }

const about = {
  unit,
  class: kind,
  methodVersion: z.int().min(0),
  reason: z.string().optional(),
  code: failureCode.optional(),
  omitted: z
    .array(z.object({ id: numberId, reason: z.string() }))
    .optional()
    .meta({ description: 'What a sum leaves out for want of a price.' }),
  parts: z
    .object({ have: z.int().min(0), of: z.int().min(0) })
    .optional()
    .meta({ description: 'Of a sum over chains with one missing.' }),
  note: z
    .string()
    .optional()
    .meta({ description: 'What stands in place of a value, or beside it.', examples: ['unlimited', 'simple-rate'] }),
}

/** A value stands, be it fresh or from an earlier refresh. */
const known = z.object({
  ...identity,
  status: z.enum(['ok', 'stale']),
  value: value.nullable().meta({ description: 'Null only where `note` says what stands in its place.' }),
  ...about,
})

/** Nothing is known. */
const unknown = z.object({
  ...identity,
  status: z.enum(['absent', 'failed']),
  value: z.null().meta({ description: 'Never 0 in place of unknown.' }),
  ...about,
})

export const numberSchema = z.discriminatedUnion('status', [known, unknown]).meta({ id: 'Number' })
export type NumberAnswer = AnswerOf<typeof numberSchema>

const madeOf = {
  formula: z.string(),
  inputs: z.array(numberId).meta({ description: 'Ids of the numbers it is made of.' }),
  calls: z.array(z.int().min(0)).meta({ description: 'Places of its own calls among those of its chain.' }),
}

/** A number within a proof: how it was made, too. */
export const tracedNumber = z
  .discriminatedUnion('status', [known.extend(madeOf), unknown.extend(madeOf)])
  .meta({ id: 'TracedNumber' })
