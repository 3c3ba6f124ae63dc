import { failure, NodeError } from '../errors'
import type { Header } from './block-at'
import { type Endpoint, orderEndpoints, recordFailure } from './endpoint'
import type { RpcAnswer } from './envelope'
import { type Connection, exchange } from './exchange'
import { tryEndpoints } from './failover'
import { checkTime } from './head-rules'
import { blockOf, checkChain } from './pin'
import type { RpcRequest } from './rpc'
import type { ChainSource } from './source'
import type { BlockRef } from './types'

export type Heads = { readonly finalized: BlockRef; readonly latest: BlockRef }

/** Reads block headers of one chain: no `eth_call`, so any node has them, archive or not. */
export type HeaderReader = {
  /** The newest final block and the newest block, of one node at one moment. Throws NodeError. */
  heads(): Promise<Heads>
  /** Headers by number, in the order asked; null where the node has no such block. Throws NodeError. */
  byNumber(numbers: readonly bigint[]): Promise<readonly (Header | null)[]>
  /** The URL that answered last gave headers that contradict each other: others are asked first for a while. */
  rest(): void
}

export type HeaderOptions = {
  readonly timeoutMs?: number
  /** Called for each HTTP request. */
  readonly onRequest?: () => void
}

/** A header lists every transaction of its block: more of them would make answers of megabytes. */
const headersARequest = 50

const byName = (name: string): RpcRequest => ({ method: 'eth_getBlockByNumber', params: [name, false] })

/** Throws NodeError where a node's two heads cannot both be the chain's. */
const orderedHeads = (heads: Heads, now: number): Heads => {
  const { finalized, latest } = heads
  checkTime(latest, now)
  if (finalized.number > latest.number || finalized.timestamp > latest.timestamp) throw new NodeError('garbled')
  return heads
}

export const createHeaderReader = (
  { chain, endpoints, now }: Pick<ChainSource, 'chain' | 'endpoints' | 'now'>,
  options: HeaderOptions = {},
): HeaderReader => {
  const { timeoutMs = 10_000, onRequest = () => undefined } = options

  let answering: Endpoint | null = null

  const ask = async <result>(
    requests: readonly RpcRequest[],
    decode: (answers: readonly RpcAnswer[]) => result,
  ): Promise<result> => {
    const deadline = performance.now() + timeoutMs * 2.5
    const timeout = () => Math.floor(Math.min(timeoutMs, deadline - performance.now()))
    const attempts = { now, hasTime: () => timeout() > 0 }
    const done = await tryEndpoints(orderEndpoints(endpoints, now()), attempts, async (endpoint) => {
      const connection: Connection = { endpoint, count: onRequest, timeout, ran: false }
      return decode(await exchange(connection, requests))
    })
    answering = done.endpoint
    return done.result
  }

  const some = (numbers: readonly bigint[]) =>
    ask(
      numbers.map((number) => byName(`0x${number.toString(16)}`)),
      (answers) =>
        numbers.map((number, index): Header | null => {
          const answer = answers[index]
          if (answer && 'result' in answer && answer.result === null) return null
          const block = blockOf(answer, 'latest')
          if (block.number !== number) throw new NodeError('garbled')
          if (number > 0n) checkTime(block, now())
          return block
        }),
    )

  return {
    rest() {
      if (answering) recordFailure(answering, failure('garbled'), now())
    },
    heads: () =>
      ask([{ method: 'eth_chainId', params: [] }, byName('finalized'), byName('latest')], ([id, finalized, latest]) => {
        checkChain(id, chain)
        return orderedHeads({ finalized: blockOf(finalized, 'finalized'), latest: blockOf(latest, 'latest') }, now())
      }),
    async byNumber(numbers) {
      const found: (Header | null)[] = []
      for (let from = 0; from < numbers.length; from += headersARequest)
        found.push(...(await some(numbers.slice(from, from + headersARequest))))
      return found
    },
  }
}
