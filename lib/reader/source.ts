import type { Chain } from '../chains'
import { type Agreement, failure, NodeError } from '../errors'
import { createEndpoint, type Endpoint, orderEndpoints, recordFailure, recordSuccess } from './endpoint'
import { exchange } from './exchange'
import { blockOf, checkChain, type OpenOptions } from './pin'
import { openSession, type Session } from './session'
import type { BlockRef, Finality } from './types'

/** A head older than this is compared with the head of another URL. */
const oldHeadSeconds = 60

export type SourceOptions = {
  readonly chain: Chain
  readonly urls: readonly string[]
  readonly finality: Finality
  /** How many URLs must agree on the same calls at the same block hash. */
  readonly quorum: number
  /** For one HTTP request. One reading of the chain has two and a half times as long, however many URLs are tried. */
  readonly timeoutMs?: number
  /** Most bytes of one answer; smaller limits are learnt from refusals. */
  readonly answerLimit?: number
  /** Unix seconds: only for back-off and for the age of heads, never as the "now" of a number. */
  readonly now?: () => number
}

export type Plan = OpenOptions['plan']

/** All URLs of one chain, and what the process has learnt of them. */
export type ChainSource = {
  readonly chain: Chain
  readonly endpoints: readonly Endpoint[]
  /** How many URLs must agree. */
  readonly quorum: number
  /** Pins the head (or a block already known) and runs the plan; `onRequest` is called for each HTTP request. Throws NodeError. */
  open(plan: Plan, at?: BlockRef, onRequest?: () => void): Promise<Session>
  /** Repeats the session's calls at the same block hash on other URLs. Throws NodeError('disagree') below the quorum. */
  confirm(session: Session): Promise<Pick<Agreement, 'agree' | 'of'>>
  /** Later heads below this block are refused. */
  accept(session: Session): void
  answeredBy(): string | null
}

export const createSource = (options: SourceOptions): ChainSource => {
  const { chain, finality, quorum, timeoutMs = 10_000, now = () => Math.floor(Date.now() / 1000) } = options
  const endpoints = options.urls.map((url) => createEndpoint(url, options.answerLimit))
  const multicall = chain.contracts.MULTICALL3?.address
  if (!multicall) throw new Error(`${chain.name} has no Multicall3 in the registry.`)
  let lowest: bigint | null = null
  let answeredBy: string | null = null

  const openOnce = (plan: Plan, at: OpenOptions['at'], onRequest: () => void) =>
    openSession({
      chain,
      multicall,
      endpoints,
      plan,
      at,
      lowest: 'tag' in at ? lowest : null,
      onRequest,
      timeoutMs,
      budgetMs: timeoutMs * 2.5,
      now,
    })

  /** Timestamp of another URL's head; null where it gives no valid one. */
  const headTime = async (endpoint: Endpoint, count: () => void): Promise<number | null> => {
    try {
      const connection = { endpoint, count, timeout: () => timeoutMs, ran: false }
      const [chainId, header] = await exchange(connection, [
        { method: 'eth_chainId', params: [] },
        { method: 'eth_getBlockByNumber', params: [finality, false] },
      ])
      checkChain(chainId, chain)
      return blockOf(header, finality).timestamp
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      recordFailure(endpoint, error.failure, now())
      return null
    }
  }

  /** A node that stopped syncing still gives valid answers of an old block: only another URL's head shows that. */
  const lagsBehindAnother = async (session: Session): Promise<boolean> => {
    if (session.block.timestamp > now() - oldHeadSeconds) return false
    const other = endpoints.find((each) => each !== session.endpoint && each.backoffUntil <= now())
    const head = other ? await headTime(other, session.count) : null
    return head !== null && head > session.block.timestamp + oldHeadSeconds
  }

  const agrees = async (session: Session, endpoint: Endpoint): Promise<boolean> => {
    try {
      const same = await session.agreesOn(endpoint)
      if (same) recordSuccess(endpoint)
      return same
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      recordFailure(endpoint, error.failure, now())
      return false
    }
  }

  return {
    chain,
    endpoints,
    quorum,
    async open(plan, at, onRequest = () => undefined) {
      if (at) return openOnce(plan, { block: at }, onRequest)
      const session = await openOnce(plan, { tag: finality }, onRequest)
      if (!(await lagsBehindAnother(session))) return session
      recordFailure(session.endpoint, failure('lagging'), now())
      return openOnce(plan, { tag: finality }, onRequest)
    },
    async confirm(session) {
      const others = [
        ...orderEndpoints(
          endpoints.filter((each) => each !== session.endpoint),
          now(),
        ),
      ]
      let agree = 1
      let of = 1
      // As many in parallel as are still missing, so that the time of slow URLs does not add up.
      while (agree < quorum && others.length > 0) {
        const next = others.splice(0, quorum - agree)
        const matches = await Promise.all(next.map((each) => agrees(session, each)))
        of += next.length
        agree += matches.filter(Boolean).length
      }
      if (agree < quorum) {
        recordFailure(session.endpoint, failure('disagree'), now())
        throw new NodeError('disagree', { agree, of, quorum })
      }
      return { agree, of }
    },
    accept(session) {
      if (lowest === null || session.block.number > lowest) lowest = session.block.number
      answeredBy = session.endpoint.host
    },
    answeredBy: () => answeredBy,
  }
}
