import { NodeError } from '../errors'
import { type Endpoint, noteFailure, noteSuccess } from './endpoint'

/** How URLs are tried: by which clock they rest, until when, and what is not held against one. */
export type Attempts = {
  now(): number
  hasTime(): boolean
  forgives?(endpoint: Endpoint, error: NodeError): boolean
}

/** Tries URLs in turn, while there is time, until one does it. Throws the last NodeError. */
export const onFirst = async <result>(
  endpoints: readonly Endpoint[],
  { now, hasTime, forgives }: Attempts,
  attempt: (endpoint: Endpoint) => Promise<result>,
): Promise<{ readonly endpoint: Endpoint; readonly result: result }> => {
  let last = new NodeError('unreachable')
  for (const endpoint of endpoints) {
    if (!hasTime()) break
    try {
      const result = await attempt(endpoint)
      noteSuccess(endpoint)
      return { endpoint, result }
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      last = error
      if (!forgives?.(endpoint, error)) noteFailure(endpoint, error.failure, now())
    }
  }
  throw last
}

/** Asks once more after a while where a node has not got the block yet. */
export const patiently = async <result>(afterMs: number, attempt: () => Promise<result>): Promise<result> => {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof NodeError) || error.failure.code !== 'lagging') throw error
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    return attempt()
  }
}
