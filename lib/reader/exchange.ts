import { NodeError } from '../errors'
import { type Endpoint, smallerBatch } from './endpoint'
import { BatchRefusedError, type RpcAnswer } from './envelope'
import { ConnectionLostError } from './http-post'
import type { RpcRequest } from './rpc'

/** One URL within one reading: every request to a node goes through here, within the reading's time and on its counter. */
export type Connection = {
  readonly endpoint: Endpoint
  /** Counts HTTP requests. */
  readonly count: () => void
  /** Milliseconds for the next request; 0 or less when the reading has used up its time. */
  timeout(): number
  /** Whether this URL has run any call of this reading: if it ran none, a refusal is the node's and not a contract's. */
  ran: boolean
}

/** Sends requests in as few HTTP requests as this URL accepts, and remembers the batch size that passed. */
export const exchange = async (
  connection: Connection,
  requests: readonly RpcRequest[],
): Promise<readonly RpcAnswer[]> => {
  const { endpoint } = connection
  const answers: RpcAnswer[] = []
  let limit = endpoint.batchLimit
  let reconnected = false
  while (answers.length < requests.length) {
    const batch = requests.slice(answers.length, answers.length + limit)
    const timeout = connection.timeout()
    if (timeout <= 0) throw new NodeError('timeout')
    connection.count()
    try {
      answers.push(...(await endpoint.send(batch, timeout)))
      endpoint.batchLimit = limit
    } catch (error) {
      if (error instanceof ConnectionLostError && !reconnected) {
        reconnected = true
        continue
      }
      if (!(error instanceof BatchRefusedError)) throw error
      const smaller = smallerBatch(batch.length)
      if (smaller === null) throw new NodeError('refused')
      limit = smaller
    }
  }
  return answers
}
