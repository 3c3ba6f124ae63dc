import { z } from 'zod'
import { byChain } from '../../chains'
import type { AnswerOf } from '../endpoint'
import { blockNumber, chainId, count, failureCode, hash, network, seconds, snapshotId } from './basics'

export const finality = z.enum(['latest', 'safe', 'finalized'])
export const agreement = z
  .object({ agree: count, of: count })
  .meta({ description: 'How many of the chain’s nodes were asked at this block, and how many said the same.' })

export const asOfSchema = z
  .object({ chainId, block: blockNumber, hash, timestamp: seconds, finality, agreement })
  .meta({ id: 'AsOf', description: 'The block that a chain was read at.' })
export type AsOfAnswer = AnswerOf<typeof asOfSchema>

export const chainFailure = z
  .object({ code: failureCode, message: z.string(), since: seconds })
  .meta({ id: 'ChainFailure', description: 'Why a chain’s numbers are not of its newest block, and since when.' })

/** What every answer drawn from a snapshot begins with. */
export const snapshotHeadSchema = z.object({
  network,
  snapshot: snapshotId,
  time: seconds.meta({ description: 'Unix seconds of the newest block in it.' }),
  asOf: z.object(byChain(() => asOfSchema.optional())),
  failures: z.object(byChain(() => chainFailure.optional())).optional(),
})
