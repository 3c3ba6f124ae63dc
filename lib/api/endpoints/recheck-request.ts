import { z } from 'zod'
import { chainSlugs } from '../../chains'
import { defineEndpoint } from '../endpoint'
import { numberId } from '../schemas/basics'
import { at } from './moment'

const query = z.object({
  at,
  chain: z
    .enum(chainSlugs, { error: `\`chain\` may be ${chainSlugs.join(', ')}, given once.` })
    .meta({ description: 'The chain whose node is to be asked.' }),
})

const answer = z
  .object({ jsonrpc: z.literal('2.0'), id: z.literal(1), method: z.literal('eth_call'), params: z.array(z.unknown()) })
  .meta({ id: 'RecheckRequest' })

export const recheckRequestEndpoint = defineEndpoint({
  path: '/api/v1/numbers/{id}/request',
  operationId: 'getRecheckRequest',
  tag: 'numbers',
  summary: 'The request that re-checks a number on one chain, as a file.',
  parameters: z.object({ id: numberId.meta({ description: 'Id of a number, `metric:chain:key`.' }) }),
  query,
  answer: {
    description: 'The body of a JSON-RPC request: sent to a node it answers what `recheck` expects.',
    content: { 'application/json': answer },
  },
  problems: ['bad-parameter', 'unknown-number', 'unknown-snapshot', 'damaged-snapshot', 'not-found', 'not-ready'],
})
