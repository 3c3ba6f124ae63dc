import { z } from 'zod'
import { metrics } from '../../metrics'
import { keyPattern, scopes } from '../../metrics/number-id'
import { lines } from '../../metrics/types'
import { type AnswerOf, defineEndpoint, type QueryOf } from '../endpoint'
import { numberSchema } from '../schemas/number'
import { snapshotHeadSchema } from '../schemas/snapshot'
import { at } from './moment'

const mostValues = 200

/** Several values, one of which a number must have. */
const filter = <item extends z.ZodType<string>>(
  name: string,
  may: string,
  itemOf: (refusal: { readonly error: string }) => item,
) => {
  const refusal = { error: `\`${name}\` may be ${may}.` }
  return z.array(itemOf(refusal)).max(mostValues, refusal)
}

const query = z.object({
  metric: filter('metric', 'any id that /api/v1/metrics lists', (refusal) =>
    z.enum(
      metrics.map(({ id }): string => id),
      refusal,
    ),
  ).meta({ description: 'Metric; may repeat.' }),
  chain: filter('chain', scopes.join(', '), (refusal) => z.enum(scopes, refusal)).meta({
    description: 'Chain; may repeat.',
  }),
  key: filter('key', 'letters, digits and _ . @ -', (refusal) => z.string().regex(keyPattern, refusal)).meta({
    description: 'Key; may repeat.',
  }),
  line: filter('line', lines.join(', '), (refusal) => z.enum(lines, refusal)).meta({
    description: 'Product line; may repeat.',
  }),
  at,
})

const answer = snapshotHeadSchema.extend({ numbers: z.array(numberSchema) }).meta({ id: 'Numbers' })

export const numbersEndpoint = defineEndpoint({
  path: '/api/v1/numbers',
  operationId: 'getNumbers',
  tag: 'numbers',
  summary: 'All numbers of a snapshot, or those the filters leave.',
  query,
  answer: {
    description: 'Numbers, and the block of each chain they were read at.',
    content: { 'application/json': answer },
  },
  problems: ['bad-parameter', 'unknown-snapshot', 'damaged-snapshot', 'not-ready'],
})

export type NumbersQuery = QueryOf<typeof query>
export type NumbersAnswer = AnswerOf<typeof answer>
