import { z } from 'zod'
import { byChain } from '../../chains'
import { type AnswerOf, defineEndpoint } from '../endpoint'
import { address, blockNumber, chainId, hash, hex, numberId } from '../schemas/basics'
import { numberSchema, tracedNumber } from '../schemas/number'
import { snapshotHeadSchema } from '../schemas/snapshot'
import { at } from './moment'

const call = z
  .object({
    chainId,
    block: blockNumber,
    blockHash: hash,
    address,
    contract: z.string().meta({ description: 'Name of the interface.' }),
    functionName: z.string(),
    args: z.array(z.unknown()).meta({ description: 'Integers as decimal strings.' }),
    calldata: hex,
    result: hex.meta({ description: 'Raw return data; of a reverted call its revert data.' }),
    reverted: z.literal(true).optional(),
  })
  .meta({ id: 'Call' })

const lines = { command: z.string(), powershell: z.string() }

const recheck = z
  .object({
    ...lines,
    expect: z.string(),
    file: z
      .object({ path: z.string(), name: z.string(), ...lines })
      .optional()
      .meta({ description: 'Where the lines are long: the body as a file, and short lines that send it.' }),
  })
  .meta({
    id: 'Recheck',
    description:
      'One line for a shell, with curl alone against `$RPC_URL_<chainId>`, one for PowerShell, and the raw result that both must print.',
  })

const query = z.object({ at })

const answer = snapshotHeadSchema
  .extend({
    number: numberSchema,
    title: z.string(),
    formula: z.string(),
    inputs: z.array(numberId).meta({ description: 'Ids of the numbers it is made of.' }),
    tree: z.array(tracedNumber).meta({ description: 'The number and all that it is made of, each once.' }),
    calls: z.array(call),
    recheck: z.object(byChain(() => recheck.optional())),
  })
  .meta({ id: 'Proof' })

export const numberEndpoint = defineEndpoint({
  path: '/api/v1/numbers/{id}',
  operationId: 'getNumber',
  tag: 'numbers',
  summary: 'One number with its proof.',
  parameters: z.object({ id: numberId.meta({ description: 'Id of a number, `metric:chain:key`.' }) }),
  query,
  answer: {
    description: 'Formula, inputs, calls, and lines to re-check it.',
    content: { 'application/json': answer },
  },
  problems: ['bad-parameter', 'unknown-number', 'unknown-snapshot', 'damaged-snapshot', 'not-ready'],
})

export type ProofAnswer = AnswerOf<typeof answer>
