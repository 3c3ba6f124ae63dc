import { NodeError } from '../errors'
import { type Endpoint, recordFailure, recordSuccess } from './endpoint'

export type TryOptions = {
  /** Unix seconds, for the back-off of failing URLs. */
  now(): number
  hasTime(): boolean
  /** Whether a failure is not held against its URL. */
  ignoresFailure?(endpoint: Endpoint, error: NodeError): boolean
}

/** Tries URLs in turn until one succeeds or time is up. Throws the last NodeError. */
export const tryEndpoints = async <result>(
  endpoints: readonly Endpoint[],
  { now, hasTime, ignoresFailure }: TryOptions,
  attempt: (endpoint: Endpoint) => Promise<result>,
): Promise<{ readonly endpoint: Endpoint; readonly result: result }> => {
  let last = new NodeError('unreachable')
  for (const endpoint of endpoints) {
    if (!hasTime()) break
    try {
      const result = await attempt(endpoint)
      recordSuccess(endpoint)
      return { endpoint, result }
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      last = error
      if (!ignoresFailure?.(endpoint, error)) recordFailure(endpoint, error.failure, now())
    }
  }
  throw last
}

/** Tries once more after a delay where the node does not have the block yet. */
export const retryWhenLagging = async <result>(delayMs: number, attempt: () => Promise<result>): Promise<result> => {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof NodeError) || error.failure.code !== 'lagging') throw error
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    return attempt()
  }
}
