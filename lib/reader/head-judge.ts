import type { Chain } from '../chains'
import { NodeError } from '../errors'
import type { Endpoint } from './endpoint'
import { checkTime, contradiction, type HeadPoint, isSameStretch, isUnusual } from './head-rules'

/** So long must most of a chain's URLs contradict the last accepted head before theirs counts. */
export const majoritySeconds = 120
/** The same where fewer answer, and none supports the last accepted head. */
export const minoritySeconds = 1_800

type Dissent = { readonly head: HeadPoint; readonly since: number }

/** Decides which heads of a chain are accepted: by the clock, by the chain's pace, and never below an accepted one for long. */
export type HeadJudge = {
  /** Throws NodeError where this URL's head cannot be the chain's. */
  check(endpoint: Endpoint, head: HeadPoint): void
  /** Whether other URLs should be asked before this head is accepted. */
  needsConfirming(head: HeadPoint): boolean
  accept(head: HeadPoint): void
  /** A head of an earlier run: heads out of its reach are refused, lower ones are not. */
  recall(head: HeadPoint): void
}

export type HeadJudgeOptions = {
  readonly chain: Pick<Chain, 'blockTime'>
  readonly endpoints: number
  /** Unix seconds. */
  readonly now: () => number
}

export const createHeadJudge = ({ chain, endpoints, now }: HeadJudgeOptions): HeadJudge => {
  let accepted: HeadPoint | null = null
  /** Lower heads are refused only below one that this process has read itself. */
  let isFloor = false
  /** Heads that contradict the accepted one, and since when each URL has named such a head. */
  const dissents = new Map<Endpoint, Dissent>()

  const record = (endpoint: Endpoint, head: HeadPoint): Dissent => {
    const before = dissents.get(endpoint)
    const since = before && isSameStretch(before.head, head, chain) ? before.since : now()
    const dissent = { head, since }
    dissents.set(endpoint, dissent)
    return dissent
  }

  /** URLs that have named such a head for a time. */
  const supporters = (head: HeadPoint, seconds: number) =>
    [...dissents.values()].filter((each) => each.since <= now() - seconds && isSameStretch(each.head, head, chain))
      .length

  const isOverruled = ({ head, since }: Dissent) =>
    supporters(head, majoritySeconds) * 2 > endpoints || since <= now() - minoritySeconds

  return {
    check(endpoint, head) {
      checkTime(head, now())
      // A node that has not begun to sync names the first block.
      if (head.number === 0n) throw new NodeError('lagging')
      const code = accepted && contradiction(accepted, head, chain)
      if (!code || (code === 'lagging' && !isFloor)) return
      if (!isOverruled(record(endpoint, head))) throw new NodeError(code)
    },
    needsConfirming: (head) => accepted === null || isUnusual(accepted, head, chain),
    accept(head) {
      dissents.clear()
      accepted = { number: head.number, timestamp: head.timestamp }
      isFloor = true
    },
    recall(head) {
      if (accepted !== null || head.timestamp > now()) return
      accepted = { number: head.number, timestamp: head.timestamp }
    },
  }
}
