import { z } from 'zod'
import { type AnswerOf, defineEndpoint } from '../endpoint'
import { blockNumber, chain, chainId, count, hash, network, seconds, snapshotId } from '../schemas/basics'
import { agreement, chainFailure, finality } from '../schemas/snapshot'

const node = z
  .object({
    host: z.string().meta({ description: 'Host alone, never a URL.' }),
    state: z.enum(['answering', 'resting', 'untried']),
    lastFailure: z.object({ code: z.string(), message: z.string(), at: seconds }).nullable(),
  })
  .meta({ id: 'Node' })

const chainStatus = z
  .object({
    chain,
    chainId,
    name: z.string(),
    state: z.enum(['fresh', 'stale', 'unread']),
    head: z.object({ block: blockNumber, hash, timestamp: seconds, finality }).nullable(),
    ageSeconds: count.nullable().meta({ description: 'Since its block, by the clock on the wall.' }),
    freshUntil: seconds.nullable().meta({
      description: 'When its block is too old to be called fresh, by the chain’s own pace; then it is stale.',
    }),
    lagSeconds: z.int().nullable().meta({ description: 'How far its block is behind the newest of the snapshot.' }),
    agreement: agreement.nullable(),
    failure: chainFailure.nullable(),
    answeredBy: z.string().nullable().meta({ description: 'Host of the node that answered.' }),
    requests: count,
    endpoints: z.array(node),
  })
  .meta({ id: 'ChainStatus' })

const collector = z.object({
  running: z.boolean(),
  writer: z.boolean().meta({ description: 'Whether this process writes the store.' }),
  pollSeconds: count,
  refreshes: count,
  lastRun: z.object({ startedAt: seconds, seconds: z.number(), requests: count }).nullable(),
  lastFailure: z.object({ message: z.string(), at: seconds }).nullable(),
})

const setAside = z
  .object({
    damaged: z
      .array(z.object({ kind: z.enum(['snapshot', 'series', 'gaps']), name: z.string(), found: seconds }))
      .meta({ description: 'What is stored damaged: kept as it is, refused, and by `name` the id or the chain.' }),
    ahead: z.array(snapshotId).meta({
      description: 'Snapshots with a block ahead of the clock: links to them work, and none is ever the newest.',
    }),
  })
  .meta({ id: 'SetAside' })

const lane = z
  .object({ running: count, waiting: count, refused: count.meta({ description: 'Since the process began.' }) })
  .meta({ id: 'Lane' })

const work = z
  .object({ files: lane, shared: lane, pages: lane, pictures: lane, data: lane })
  .meta({ id: 'Work', description: 'What is being made, and waits to be, of answers that are not in the cache.' })

const answer = z
  .object({
    network,
    now: seconds,
    snapshot: z.object({ id: snapshotId, time: seconds }).nullable(),
    chains: z.array(chainStatus),
    collector,
    work,
    store: z.object({
      engine: z.enum(['embedded', 'postgres']),
      snapshots: count.nullable().meta({ description: 'Null while the store cannot be asked.' }),
      setAside: setAside.nullable().meta({ description: 'Null while the store cannot be asked.' }),
    }),
  })
  .meta({ id: 'Status' })

export const statusEndpoint = defineEndpoint({
  path: '/api/v1/status',
  operationId: 'getStatus',
  tag: 'service',
  summary: 'How chains, store and collector fare.',
  answer: { description: 'Hosts only, never a URL.', content: { 'application/json': answer } },
  problems: [],
})

export type StatusAnswer = AnswerOf<typeof answer>
