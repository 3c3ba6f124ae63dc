import { z } from 'zod'
import { defineEndpoint } from '../endpoint'
import { chain } from '../schemas/basics'

const readiness = z
  .object({
    ready: z.boolean(),
    waiting: z.array(chain).meta({ description: 'Chains of which nothing is stored yet.' }),
  })
  .meta({ id: 'Readiness' })

/** Answered by the server itself, before anything else. */
export const healthEndpoints = [
  defineEndpoint({
    path: '/healthz',
    operationId: 'getHealth',
    tag: 'service',
    summary: 'Whether the process runs.',
    answer: { description: 'It runs.', content: { 'text/plain': z.literal('ok\n') } },
    own: {},
    problems: [],
  }),
  defineEndpoint({
    path: '/readyz',
    operationId: 'getReadiness',
    tag: 'service',
    summary: 'Whether every chain has been read.',
    answer: {
      description: 'A snapshot with an observation of every chain is stored.',
      content: { 'application/json': readiness },
    },
    own: { 503: { description: 'Not yet.', content: { 'application/json': readiness } } },
    problems: [],
  }),
]
