import type { Chain } from '../chains/define-chain'
import { failure, NodeError } from '../errors'
import { createEndpoint, type Endpoint, inOrder, noteFailure } from './endpoint'
import { exchange } from './exchange'
import type { SessionOptions } from './pin'
import { openSession, type Session } from './session'
import type { Finality } from './types'

/** A head older than this is doubted where another URL could know better. */
const oldHeadSeconds = 60

export type SourceOptions = {
  readonly chain: Chain
  readonly urls: readonly string[]
  readonly finality: Finality
  /** How many URLs must agree on the same calls at the same block hash. */
  readonly quorum: number
  readonly timeoutMs?: number
  /** Unix seconds: used for waiting and for doubting old heads only, never as the "now" of a number. */
  readonly now?: () => number
}

export type Plan = SessionOptions['plan']
export type Agreement = { readonly agree: number; readonly of: number }

/** All URLs of one chain, and what the process has learnt of them. */
export type ChainSource = {
  readonly chain: Chain
  readonly endpoints: readonly Endpoint[]
  /** Pins the head (or a given block) and answers the plan. Throws NodeError. */
  open(plan: Plan, at?: { readonly number: bigint; readonly finality: Finality }): Promise<Session>
  /** Asks the other URLs for the same at the same block hash. Throws NodeError('disagree') below the quorum. */
  confirm(session: Session): Promise<Agreement>
  /** A block once accepted is not gone behind again. */
  accept(session: Session): void
  answeredBy(): string | null
}

const headTime = async (
  endpoint: Endpoint,
  finality: Finality,
  timeoutMs: number,
  count: () => void,
): Promise<number | null> => {
  try {
    const [answer] = await exchange({ endpoint, timeoutMs, count }, [
      { method: 'eth_getBlockByNumber', params: [finality, false] },
    ])
    if (!answer || 'refusal' in answer || typeof answer.result !== 'object' || answer.result === null) return null
    const { timestamp } = answer.result as Readonly<Record<string, unknown>>
    return typeof timestamp === 'string' ? Number(timestamp) : null
  } catch (error) {
    if (error instanceof NodeError) return null
    throw error
  }
}

export const createSource = (options: SourceOptions): ChainSource => {
  const { chain, finality, quorum, timeoutMs = 10_000, now = () => Math.floor(Date.now() / 1000) } = options
  const endpoints = options.urls.map(createEndpoint)
  const multicall = chain.contracts.MULTICALL3?.address
  if (!multicall) throw new Error(`${chain.name} has no Multicall3 in the registry.`)
  let lowest: bigint | null = null
  let answeredBy: string | null = null

  const openOnce = (plan: Plan, at: SessionOptions['at']) =>
    openSession({ chain, endpoints, plan, at, lowest: 'tag' in at ? lowest : null, timeoutMs, now }, multicall)

  /** A URL that fell asleep still answers, in good order, with an old block: only another URL's head shows it. */
  const lagsBehindAnother = async (session: Session): Promise<boolean> => {
    if (endpoints.length < 2 || session.block.timestamp > now() - oldHeadSeconds) return false
    const [other] = inOrder(
      endpoints.filter((each) => each !== session.endpoint && each.restUntil <= now()),
      now(),
    )
    if (!other) return false
    const head = await headTime(other, finality, timeoutMs, session.count)
    return head !== null && head > session.block.timestamp + oldHeadSeconds
  }

  return {
    chain,
    endpoints,
    async open(plan, at) {
      if (at) return openOnce(plan, at)
      const session = await openOnce(plan, { tag: finality })
      if (!(await lagsBehindAnother(session))) return session
      noteFailure(session.endpoint, failure('lagging'), now())
      return openOnce(plan, { tag: finality })
    },
    async confirm(session) {
      let agree = 1
      let of = 1
      for (const endpoint of endpoints) {
        if (agree >= quorum) break
        if (endpoint === session.endpoint) continue
        of += 1
        try {
          if (await session.sameOn(endpoint)) agree += 1
        } catch (error) {
          if (!(error instanceof NodeError)) throw error
          noteFailure(endpoint, error.failure, now())
        }
      }
      if (agree < quorum) {
        noteFailure(session.endpoint, failure('disagree'), now())
        throw new NodeError('disagree', `${agree} of ${of} say the same; ${quorum} must.`)
      }
      return { agree, of }
    },
    accept(session) {
      lowest = session.block.number
      answeredBy = session.endpoint.host
    },
    answeredBy: () => answeredBy,
  }
}
