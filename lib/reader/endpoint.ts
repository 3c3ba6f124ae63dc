import type { Failure } from '../errors'
import { createTransport, type Transport } from './rpc'

/** Widespread nodes refuse answers above 100 kB by default; this leaves room for lists that grow. */
const defaultAnswerLimit = 88_000
const smallestAnswerLimit = 1_000
/** Set in every call: without it many nodes apply the block's limit or a smaller default. */
const defaultCallGas = 50_000_000
const smallestCallGas = 5_000_000
const firstBackoffSeconds = 15
const longestBackoffSeconds = 300

/** One URL of a chain and what was learnt about it. The URL itself stays inside `send`, so printing this object is safe. */
export type Endpoint = {
  readonly send: Transport
  readonly host: string
  /** Requests a JSON-RPC batch may hold: learnt from refusals. */
  batchLimit: number
  /** Bytes an answer may hold: learnt from refusals. */
  answerLimit: number
  /** Gas a call may ask for: learnt from refusals. */
  callGas: number
  /** Unix seconds: until then other URLs are tried first. */
  backoffUntil: number
  backoffSeconds: number
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
  backoffUntil: 0,
  backoffSeconds: firstBackoffSeconds,
  lastFailure: null,
  answered: false,
})

/** A failing URL is tried last for a while, longer each time, so that a dead one does not slow every refresh. */
export const recordFailure = (endpoint: Endpoint, failure: Failure, now: number) => {
  endpoint.lastFailure = { ...failure, at: now }
  endpoint.backoffUntil = now + endpoint.backoffSeconds
  endpoint.backoffSeconds = Math.min(endpoint.backoffSeconds * 2, longestBackoffSeconds)
}

export const recordSuccess = (endpoint: Endpoint) => {
  endpoint.answered = true
  endpoint.backoffUntil = 0
  endpoint.backoffSeconds = firstBackoffSeconds
}

/** The batch size to try after one of `tried` was refused: three (a common limit), then one; null after that. */
export const smallerBatch = (tried: number): number | null => (tried > 3 ? 3 : tried > 1 ? 1 : null)

/** Remembers the size of answers that passed where a larger one was refused. */
export const lowerAnswerLimit = (endpoint: Endpoint, passed: number) => {
  endpoint.answerLimit = Math.max(smallestAnswerLimit, Math.min(endpoint.answerLimit, passed))
}

/** Asks for half the gas after a refusal. False where it cannot get smaller. */
export const halveCallGas = (endpoint: Endpoint): boolean => {
  if (endpoint.callGas <= smallestCallGas) return false
  endpoint.callGas = Math.max(smallestCallGas, Math.floor(endpoint.callGas / 2))
  return true
}

/** In the given order, those backing off last, by how soon they may be tried again. */
export const orderEndpoints = (endpoints: readonly Endpoint[], now: number): readonly Endpoint[] =>
  [...endpoints].sort((a, b) => Math.max(0, a.backoffUntil - now) - Math.max(0, b.backoffUntil - now))
