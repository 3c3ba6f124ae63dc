import type { Chain } from '../chains'
import { NodeError } from '../errors'
import type { Header } from './block-at'

/** A head's height and time (unix seconds). */
export type HeadPoint = Pick<Header, 'number' | 'timestamp'>

/** Chains stamp blocks a few seconds ahead at most; the rest is for a clock of this machine that is a little slow. */
const aheadSeconds = 900
/** How much faster than its pace a chain may have been since the last accepted head, and blocks on top of that. */
const paceAtMost = 4
const blocksAtMost = 5_000
/** The same for a head that is taken only if no other URL contradicts. */
const usualPace = 2
const usualBlocks = 64
/** A higher block is never older than a lower one, except right after a reorganisation. */
const reorgSeconds = 60

const blocksIn = (from: HeadPoint, to: HeadPoint, { blockTime }: Pick<Chain, 'blockTime'>) =>
  Math.max(0, to.timestamp - from.timestamp) / blockTime

/** Throws NodeError where the time of a block lies in the future, or is none. */
export const checkTime = ({ timestamp }: Pick<HeadPoint, 'timestamp'>, now: number) => {
  if (timestamp <= 0) throw new NodeError('garbled')
  if (timestamp > now + aheadSeconds) throw new NodeError('ahead-of-clock')
}

/** Whether a head is higher than the chain can have come since an earlier one. */
const isBeyondPace = (from: HeadPoint, to: HeadPoint, chain: Pick<Chain, 'blockTime'>): boolean =>
  Number(to.number - from.number) > paceAtMost * blocksIn(from, to, chain) + blocksAtMost

/** Whether a head is higher than the chain usually comes since an earlier one: possible, but worth asking another URL. */
export const isUnusual = (from: HeadPoint, to: HeadPoint, chain: Pick<Chain, 'blockTime'>): boolean =>
  Number(to.number - from.number) > usualPace * blocksIn(from, to, chain) + usualBlocks

/** Whether two URLs speak of the same stretch of a chain: neither head is out of the other's reach. */
export const isSameStretch = (a: HeadPoint, b: HeadPoint, chain: Pick<Chain, 'blockTime'>): boolean =>
  a.number < b.number ? !isUnusual(a, b, chain) : !isUnusual(b, a, chain)

/** Why a head cannot follow the last accepted one; null where it can. */
export const contradiction = (
  accepted: HeadPoint,
  head: HeadPoint,
  chain: Pick<Chain, 'blockTime'>,
): 'lagging' | 'garbled' | 'ahead-of-pace' | null => {
  if (head.number < accepted.number) return 'lagging'
  if (head.number > accepted.number && head.timestamp < accepted.timestamp - reorgSeconds) return 'garbled'
  return isBeyondPace(accepted, head, chain) ? 'ahead-of-pace' : null
}
