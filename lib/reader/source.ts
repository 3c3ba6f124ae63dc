import type { Chain } from '../chains'
import { type Agreement, failure, NodeError } from '../errors'
import { createEndpoint, type Endpoint, orderEndpoints, recordFailure, recordSuccess } from './endpoint'
import { recordError } from './failover'
import { createHeadJudge } from './head-judge'
import type { HeadPoint } from './head-rules'
import { createObjection } from './other-heads'
import type { OpenOptions } from './pin'
import { openSession, type Session } from './session'
import type { BlockRef, Finality } from './types'

/** A lost state takes long to come back. */
const restSeconds = 300

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
  /** Unix seconds: only for back-off and to judge heads, never as the "now" of a number. */
  readonly now?: () => number
}

export type Plan = OpenOptions['plan']

/** All URLs of one chain, and what the process has learnt of them. */
export type ChainSource = {
  readonly chain: Chain
  readonly endpoints: readonly Endpoint[]
  /** How many URLs must agree. */
  readonly quorum: number
  /** Unix seconds: what heads are judged by. */
  readonly now: () => number
  /** Pins the head (or a block already known) and runs the plan; `onRequest` is called for each HTTP request. Throws NodeError. */
  open(plan: Plan, at?: BlockRef, onRequest?: () => void): Promise<Session>
  /** Repeats the session's calls at the same block hash on other URLs. Throws NodeError('disagree') below the quorum. */
  confirm(session: Session): Promise<Pick<Agreement, 'agree' | 'of'>>
  /** The URL's answers were valid and cannot be true: others are asked first for some minutes. */
  rest(session: Session): void
  /** Later heads are judged by this one: a lower one counts only after a time, where most URLs name such a head. */
  accept(session: Session): void
  /** The head of an earlier run, which the first head of this one is judged by. */
  recall(head: HeadPoint): void
  answeredBy(): string | null
}

export const createSource = (options: SourceOptions): ChainSource => {
  const { chain, finality, quorum, timeoutMs = 10_000, now = () => Math.floor(Date.now() / 1000) } = options
  const { answerLimit } = options
  const endpoints = options.urls.map((url) => {
    const known = chain.endpoints.find((each) => each.url === url)
    return createEndpoint(url, { ...(answerLimit && { answerLimit }), ...(known && { known }) })
  })
  const multicall = chain.contracts.MULTICALL3?.address
  if (!multicall) throw new Error(`${chain.name} has no Multicall3 in the registry.`)
  const judge = createHeadJudge({ chain, endpoints: endpoints.length, now })
  let answeredBy: string | null = null

  const openOnce = (plan: Plan, at: OpenOptions['at'], onRequest: () => void) =>
    openSession({
      chain,
      multicall,
      endpoints,
      plan,
      at,
      checkHead: judge.check,
      onRequest,
      timeoutMs,
      budgetMs: timeoutMs * 2.5,
      now,
    })

  const objection = createObjection({ chain, endpoints, finality, timeoutMs, now, judge })

  const agrees = async (session: Session, endpoint: Endpoint): Promise<boolean> => {
    try {
      const same = await session.agreesOn(endpoint)
      if (same) recordSuccess(endpoint)
      return same
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      recordError(endpoint, error, now())
      return false
    }
  }

  return {
    chain,
    endpoints,
    quorum,
    now,
    async open(plan, at, onRequest = () => undefined) {
      if (at) return openOnce(plan, { block: at }, onRequest)
      const session = await openOnce(plan, { tag: finality }, onRequest)
      const code = await objection(session)
      if (code === null) return session
      recordFailure(session.endpoint, failure(code), now())
      const second = await openOnce(plan, { tag: finality }, onRequest)
      // An old head may be all there is; one that others contradict is none.
      if (code !== 'lagging' && second.endpoint === session.endpoint) throw new NodeError(code)
      return second
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
    rest({ endpoint }) {
      recordFailure(endpoint, failure('implausible'), now())
      endpoint.backoffUntil = now() + restSeconds
    },
    accept(session) {
      judge.accept(session.block)
      answeredBy = session.endpoint.host
    },
    recall: judge.recall,
    answeredBy: () => answeredBy,
  }
}
