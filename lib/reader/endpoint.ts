import type { Failure } from '../errors'
import { createTransport, type Transport } from './rpc'

/** Answers above 100 kB are refused by default settings of widespread nodes; we stay below, with room for a list that grows. */
const defaultAnswerLimit = 88_000
const smallestAnswerLimit = 1_000
/** Said in every call: many nodes otherwise cap it by the block's limit or by a smaller default of their own. */
const defaultCallGas = 50_000_000
const smallestCallGas = 5_000_000
const firstRestSeconds = 15
const longestRestSeconds = 300

/** One URL of a chain and what was learnt about it. The URL itself stays inside `send`: no print of this object shows it. */
export type Endpoint = {
  readonly send: Transport
  readonly host: string
  /** Requests a JSON-RPC batch may hold: learnt from refusals. */
  batchLimit: number
  /** Bytes an answer may hold: learnt from refusals. */
  answerLimit: number
  /** Gas a call may ask for: learnt from refusals. */
  callGas: number
  restUntil: number
  restSeconds: number
  lastFailure: (Failure & { readonly at: number }) | null
  answered: boolean
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'invalid address')

export const createEndpoint = (url: string, answerLimit = defaultAnswerLimit): Endpoint => ({
  send: createTransport(url),
  host: hostOf(url),
  batchLimit: Number.POSITIVE_INFINITY,
  answerLimit,
  callGas: defaultCallGas,
  restUntil: 0,
  restSeconds: firstRestSeconds,
  lastFailure: null,
  answered: false,
})

/** A failing URL rests, longer each time, so that a dead one does not slow every refresh. */
export const noteFailure = (endpoint: Endpoint, failure: Failure, now: number) => {
  endpoint.lastFailure = { ...failure, at: now }
  endpoint.restUntil = now + endpoint.restSeconds
  endpoint.restSeconds = Math.min(endpoint.restSeconds * 2, longestRestSeconds)
}

export const noteSuccess = (endpoint: Endpoint) => {
  endpoint.answered = true
  endpoint.restUntil = 0
  endpoint.restSeconds = firstRestSeconds
}

/** What to try after a refused batch of `tried`: first three a batch (a common allowance), then one by one; null after that. */
export const smallerBatch = (tried: number): number | null => (tried > 3 ? 3 : tried > 1 ? 1 : null)

/** Answers of this size passed where a larger one was refused: that is remembered. */
export const noteAnswerLimit = (endpoint: Endpoint, passed: number) => {
  endpoint.answerLimit = Math.max(smallestAnswerLimit, Math.min(endpoint.answerLimit, passed))
}

/** After a refusal of the gas asked for: half of it. False where it cannot get smaller. */
export const shrinkGas = (endpoint: Endpoint): boolean => {
  if (endpoint.callGas <= smallestCallGas) return false
  endpoint.callGas = Math.max(smallestCallGas, Math.floor(endpoint.callGas / 2))
  return true
}

/** Best first, resting ones last: where all rest, the one that rests the shortest is tried all the same. */
export const inOrder = (endpoints: readonly Endpoint[], now: number): readonly Endpoint[] =>
  [...endpoints].sort((a, b) => Math.max(0, a.restUntil - now) - Math.max(0, b.restUntil - now))
