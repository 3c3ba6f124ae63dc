import { setTimeout as sleep } from 'node:timers/promises'
import { NodeError } from '../errors'

/** How many readings of one chain may run at once, learnt from what its nodes refuse. */
export type Pace = {
  /** Readings at once, just now. */
  limit(): number
  /** Runs the work, again after a wait where a node refused or failed; throws its last NodeError, or an abort. */
  attempt<result>(work: () => Promise<result>): Promise<result>
}

export type PaceOptions = {
  /** Readings at once, at most. */
  readonly most: number
  /** Milliseconds before the second try; doubled for each one after it. */
  readonly waitMs: number
  readonly tries: number
  /** Failures that no second try will cure. */
  readonly isFinal: (error: NodeError) => boolean
  readonly signal?: AbortSignal
}

/** Begins with one at a time, doubles while all goes well, halves at each refusal. */
export const createPace = ({ most, waitMs, tries, isFinal, signal }: PaceOptions): Pace => {
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
          // One refusal holds for all that runs on this chain.
          resumeAt = Math.max(resumeAt, performance.now() + waitMs * 2 ** round)
        }
      }
    },
  }
}
