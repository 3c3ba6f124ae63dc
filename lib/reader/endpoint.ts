import type { PublicEndpoint } from '../chains/public-endpoint'
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
  /** Requests a JSON-RPC batch may hold: known before, or learnt from refusals. */
  batchLimit: number
  /** Whether it holds the state of old blocks: known before, or learnt from a refusal; null where neither. */
  archive: boolean | null
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

export type EndpointOptions = {
  readonly answerLimit?: number
  /** What is known of this URL before it is asked. */
  readonly known?: Pick<PublicEndpoint, 'batch' | 'archive'>
}

export const createEndpoint = (
  url: string,
  { answerLimit = defaultAnswerLimit, known = {} }: EndpointOptions = {},
): Endpoint => ({
  send: createTransport(url),
  host: hostOf(url),
  batchLimit: known.batch ?? Number.POSITIVE_INFINITY,
  archive: known.archive ?? null,
  answerLimit,
  callGas: defaultCallGas,
  backoffUntil: 0,
  backoffSeconds: firstBackoffSeconds,
  lastFailure: null,
  answered: false,
})

/**
 * A failing URL is tried last for a while, longer each time, so that a dead one does not slow every refresh; at least as
 * long as its failure is known to last.
 */
export const recordFailure = (endpoint: Endpoint, failure: Failure, now: number, lasts = 0) => {
  endpoint.lastFailure = { ...failure, at: now }
  endpoint.backoffUntil = now + Math.max(endpoint.backoffSeconds, lasts)
  endpoint.backoffSeconds = Math.min(endpoint.backoffSeconds * 2, longestBackoffSeconds)
}

/** A URL without old states is no worse for new blocks: it does not rest, but is asked last for history. */
export const recordNoArchive = (endpoint: Endpoint, failure: Failure, now: number) => {
  endpoint.lastFailure = { ...failure, at: now }
  endpoint.archive = false
}

/** Where all URLs of a chain fail, the reason may be the network here: none of them then rests for hours. */
export const shortenRests = (endpoints: readonly Endpoint[], now: number) => {
  for (const each of endpoints) each.backoffUntil = Math.min(each.backoffUntil, now + longestBackoffSeconds)
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

const restOf = ({ backoffUntil }: Endpoint, now: number) => Math.max(0, backoffUntil - now)

/** In the given order, those backing off last, by how soon they may be tried again. */
export const orderEndpoints = (endpoints: readonly Endpoint[], now: number): readonly Endpoint[] =>
  [...endpoints].sort((a, b) => restOf(a, now) - restOf(b, now))

const archiveRank = ({ archive }: Endpoint) => (archive === null ? 1 : archive ? 0 : 2)

/** The same order for a block of the past: first those that are known to hold its state, last those known not to. */
export const orderForHistory = (endpoints: readonly Endpoint[], now: number): readonly Endpoint[] =>
  [...endpoints].sort((a, b) => restOf(a, now) - restOf(b, now) || archiveRank(a) - archiveRank(b))
