import type { Failure } from '../errors'

/** Answers above this many bytes are refused by default settings of widespread nodes (100 kB); we stay below. */
export const defaultAnswerLimit = 90_000
const smallestAnswerLimit = 1_000
const firstRestSeconds = 15
const longestRestSeconds = 300

/** One URL of a chain and what was learnt about it. The URL never leaves this object but as the target of a request. */
export type Endpoint = {
  readonly url: string
  readonly host: string
  /** Requests a JSON-RPC batch may hold: learnt from refusals. */
  batchLimit: number
  /** Bytes an answer may hold: learnt from refusals. */
  answerLimit: number
  restUntil: number
  restSeconds: number
  lastFailure: (Failure & { readonly at: number }) | null
  answered: boolean
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).host
  } catch {
    return 'invalid address'
  }
}

export const createEndpoint = (url: string): Endpoint => ({
  url,
  host: hostOf(url),
  batchLimit: Number.POSITIVE_INFINITY,
  answerLimit: defaultAnswerLimit,
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

/** After a refusal of a batch: first three a batch (a common allowance), then one by one. */
export const shrinkBatch = (endpoint: Endpoint, tried: number): boolean => {
  if (tried <= 1) return false
  endpoint.batchLimit = tried > 3 ? 3 : 1
  return true
}

/** After a refusal for size or gas: half of what was tried. False where it cannot get smaller. */
export const shrinkAnswer = (endpoint: Endpoint, tried: number): boolean => {
  if (tried <= smallestAnswerLimit) return false
  endpoint.answerLimit = Math.max(smallestAnswerLimit, Math.floor(Math.min(endpoint.answerLimit, tried) / 2))
  return true
}

/** Best first, resting ones last: where all rest, the one that rests the shortest is tried all the same. */
export const inOrder = (endpoints: readonly Endpoint[], now: number): readonly Endpoint[] =>
  [...endpoints].sort((a, b) => Math.max(0, a.restUntil - now) - Math.max(0, b.restUntil - now))
