import { setTimeout as sleep } from 'node:timers/promises'
import { NodeError } from '../errors'

/** How many readings of one chain may run at once, adapted to what its nodes refuse. */
export type Throttle = {
  /** Readings at once, just now. */
  limit(): number
  /** Runs the work, again after a wait where a node refused or failed. Throws its last NodeError, or an abort. */
  attempt<result>(work: () => Promise<result>): Promise<result>
}

export type ThrottleOptions = {
  /** Most readings at once. */
  readonly most: number
  /** Milliseconds before the second try; doubled for each one after it. */
  readonly waitMs: number
  readonly tries: number
  /** Failures that another try will not change. */
  readonly isFinal: (error: NodeError) => boolean
  readonly signal?: AbortSignal
}

/** Begins with one at a time, doubles after each success, halves after each failure. */
export const createThrottle = ({ most, waitMs, tries, isFinal, signal }: ThrottleOptions): Throttle => {
  let limit = 1
  let resumeAt = 0
  const pause = async () => {
    const left = resumeAt - performance.now()
    if (left > 0) await sleep(left, undefined, signal ? { signal } : {})
  }
  return {
    limit: () => limit,
    async attempt(work) {
      for (let round = 0; ; round++) {
        await pause()
        try {
          const done = await work()
          limit = Math.min(most, limit * 2)
          return done
        } catch (error) {
          if (!(error instanceof NodeError) || isFinal(error) || round + 1 >= tries) throw error
          limit = Math.max(1, Math.floor(limit / 2))
          // One refusal pauses all readings of this chain.
          resumeAt = Math.max(resumeAt, performance.now() + waitMs * 2 ** round)
        }
      }
    },
  }
}
