import type { Chain } from '../chains'
import { type FailureCode, NodeError } from '../errors'
import type { Endpoint } from './endpoint'
import { exchange } from './exchange'
import { recordError } from './failover'
import type { HeadJudge } from './head-judge'
import { checkTime, isUnusual } from './head-rules'
import { blockOf, checkChain } from './pin'
import type { Session } from './session'
import type { BlockRef, Finality } from './types'

/** A head older than this is compared with the head of another URL. */
const oldHeadSeconds = 60

/** So many other URLs are asked whether a head is likely, and so long they have for it. */
const othersAtMost = 4
const otherHeadMs = 3_000

export type ObjectionOptions = {
  readonly chain: Chain
  readonly endpoints: readonly Endpoint[]
  readonly finality: Finality
  readonly timeoutMs: number
  readonly now: () => number
  readonly judge: Pick<HeadJudge, 'needsConfirming'>
}

type Asked = Pick<Session, 'block' | 'endpoint' | 'count'>

/** What other URLs have against a valid head: asked only where it is old, unusually high or the first; null for nothing. */
export const createObjection = (options: ObjectionOptions): ((session: Asked) => Promise<FailureCode | null>) => {
  const { chain, endpoints, finality, timeoutMs, now, judge } = options

  /** Another URL's head; null where it gives no valid one. */
  const headOf = async (endpoint: Endpoint, count: () => void): Promise<BlockRef | null> => {
    try {
      const connection = { endpoint, count, timeout: () => Math.min(timeoutMs, otherHeadMs), ran: false }
      const [chainId, header] = await exchange(connection, [
        { method: 'eth_chainId', params: [] },
        { method: 'eth_getBlockByNumber', params: [finality, false] },
      ])
      checkChain(chainId, chain)
      const head = blockOf(header, finality)
      checkTime(head, now())
      return head
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      recordError(endpoint, error, now())
      return null
    }
  }

  const othersOf = ({ endpoint }: Pick<Session, 'endpoint'>) =>
    endpoints.filter((each) => each !== endpoint && each.backoffUntil <= now())

  /** A node that stopped syncing still gives valid answers of an old block: only another URL's head shows that. */
  const lagsBehindAnother = async ({ block, endpoint, count }: Asked): Promise<boolean> => {
    if (block.timestamp > now() - oldHeadSeconds) return false
    const [other] = othersOf({ endpoint })
    const head = other ? await headOf(other, count) : null
    return head !== null && head.timestamp > block.timestamp + oldHeadSeconds
  }

  /** A height that nothing seen before makes likely is believed unless as many other URLs are far below it as near it. */
  const isFarAboveOthers = async ({ block, endpoint, count }: Asked): Promise<boolean> => {
    if (!judge.needsConfirming(block)) return false
    const heads = await Promise.all(
      othersOf({ endpoint })
        .slice(0, othersAtMost)
        .map((each) => headOf(each, count)),
    )
    const known = heads.filter((head) => head !== null)
    const below = known.filter((head) => isUnusual(head, block, chain)).length
    return below > 0 && below * 2 >= known.length + 1
  }

  return async (session) => {
    if (await isFarAboveOthers(session)) return 'ahead-of-pace'
    return (await lagsBehindAnother(session)) ? 'lagging' : null
  }
}
