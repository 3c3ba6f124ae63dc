import { NodeError } from '../errors'
import { type Endpoint, smallerBatch } from './endpoint'
import { BatchRefusedError, ConnectionLostError, type RpcAnswer, type RpcRequest } from './rpc'

/** One URL, the time it gets, and the meter: everything that leaves for a node passes here. */
export type Line = {
  readonly endpoint: Endpoint
  /** Counts HTTP requests. */
  readonly count: () => void
  /** Milliseconds for the next request; 0 or less when the reading has used up its time. */
  timeout(): number
  /** Whether this URL has run any call of this reading: one that runs none has refused us, not a contract. */
  ran: boolean
}

/** Sends requests in as few HTTP requests as this URL accepts, and remembers the size of batch that passed. */
export const exchange = async (line: Line, requests: readonly RpcRequest[]): Promise<readonly RpcAnswer[]> => {
  const { endpoint } = line
  const answers: RpcAnswer[] = []
  let limit = endpoint.batchLimit
  let lost = false
  while (answers.length < requests.length) {
    const batch = requests.slice(answers.length, answers.length + limit)
    const timeout = line.timeout()
    if (timeout <= 0) throw new NodeError('timeout')
    line.count()
    try {
      answers.push(...(await endpoint.send(batch, timeout)))
      endpoint.batchLimit = limit
    } catch (error) {
      if (error instanceof ConnectionLostError && !lost) {
        lost = true
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
