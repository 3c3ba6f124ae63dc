import { z } from 'zod'
import { statuses } from '../../metrics/types'
import type { AnswerOf } from '../endpoint'
import { failureCode, key, kind, metricId, numberId, scope, unit, value } from './basics'

const number = z.object({
  id: numberId,
  metric: metricId,
  chain: scope,
  key,
  label: z.string().optional(),
  status: z.enum(statuses),
  value: value.nullable(),
  unit,
  class: kind,
  methodVersion: z.int().min(0),
  reason: z.string().optional().meta({ description: 'Why it is not `ok`.' }),
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
})

const traced = number.extend({
  formula: z.string(),
  inputs: z.array(numberId).meta({ description: 'Ids of the numbers it is made of.' }),
  calls: z.array(z.int().min(0)).meta({ description: 'Places of its own calls among those of its chain.' }),
})

/**
 * What the fields say of each other, as JSON Schema has it: a value is null where nothing is known (never 0 in its place),
 * and elsewhere only where a note stands for it. Not as a union: clients would lose the field that is always null.
 */
const nullability = {
  if: { properties: { status: { enum: ['absent', 'failed'] } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { value: { type: 'null' } } },
  else: {
    anyOf: [
      { properties: { value: { type: 'string' } } },
      { properties: { note: { type: 'string' } }, required: ['note'] },
    ],
  },
}

const hasValueOrReason = ({ status, value, note }: z.output<typeof number>): boolean =>
  status === 'absent' || status === 'failed' ? value === null : value !== null || note !== undefined

export const numberSchema = number.refine(hasValueOrReason).meta({ id: 'Number', ...nullability })
export type NumberAnswer = AnswerOf<typeof numberSchema>

/** A number within a proof: how it was made, too. */
export const tracedNumber = traced.refine(hasValueOrReason).meta({ id: 'TracedNumber', ...nullability })
