import { NodeError } from '../errors'
import { type Endpoint, recordFailure, recordNoArchive, recordSuccess, shortenRests } from './endpoint'
import { LastingError } from './http-post'

export type TryOptions = {
  /** Unix seconds, for the back-off of failing URLs. */
  now(): number
  hasTime(): boolean
  /** Whether a block of the past is read, for which a URL may lack the state. */
  readonly past?: boolean
  /** Whether a failure is not held against its URL. */
  ignoresFailure?(endpoint: Endpoint, error: NodeError): boolean
}

/** Holds a failure against its URL. */
export const recordError = (endpoint: Endpoint, error: NodeError, now: number) =>
  recordFailure(endpoint, error.failure, now, error instanceof LastingError ? error.seconds : 0)

/** Tries URLs in turn until one succeeds or time is up. Throws the last NodeError. */
export const tryEndpoints = async <result>(
  endpoints: readonly Endpoint[],
  { now, hasTime, past = false, ignoresFailure }: TryOptions,
  attempt: (endpoint: Endpoint) => Promise<result>,
): Promise<{ readonly endpoint: Endpoint; readonly result: result }> => {
  let last = new NodeError('unreachable')
  for (const endpoint of endpoints) {
    if (!hasTime()) throw last
    try {
      const result = await attempt(endpoint)
      recordSuccess(endpoint)
      return { endpoint, result }
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      last = error
      if (ignoresFailure?.(endpoint, error)) continue
      if (past && error.failure.code === 'no-archive') recordNoArchive(endpoint, error.failure, now())
      else recordError(endpoint, error, now())
    }
  }
  shortenRests(endpoints, now())
  throw last
}

/** A URL can be several nodes, of which one answered and another does not have the block yet. */
const retryDelayMs = 300

/** Tries once more after a delay where the node does not have the block yet. */
export const retryWhenLagging = async <result>(
  attempt: () => Promise<result>,
  delayMs = retryDelayMs,
): Promise<result> => {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof NodeError) || error.failure.code !== 'lagging') throw error
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    return attempt()
  }
}
