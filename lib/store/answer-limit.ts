import { UnreachableError } from './errors'

const TICK_MS = 250

type Options = {
  /** How long nothing at all may be answered while something is asked. */
  readonly silentMs: number
  /** Whether any query is under way. */
  isAsking(): boolean
  /** Resolves once the database answers on a connection of its own. */
  probe(): Promise<void>
}

/**
 * Lets nobody wait for a database that is connected and never answers. When nothing was answered for a while, all that wait
 * are told, and whoever asks is told at once, until a probe is answered. Time is counted in ticks of a timer, so that a
 * while in which this process itself was busy does not count, nor does waiting for a free connection while others answer.
 */
export function answerLimit({ silentMs, isAsking, probe }: Options) {
  const waiting = new Set<(error: Error) => void>()
  let isAway = false
  let isClosed = false
  let silentTicks = 0
  let timer: NodeJS.Timeout | undefined

  const goAway = () => {
    isAway = true
    for (const reject of waiting) reject(new UnreachableError('silent'))
    waiting.clear()
    void findAgain()
  }

  const tick = () => {
    // what this process makes of answers takes its own time
    silentTicks = isAsking() ? silentTicks + 1 : 0
    if (waiting.size > 0 && silentTicks * TICK_MS >= silentMs) goAway()
    if (waiting.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  const findAgain = async () => {
    while (isAway && !isClosed) {
      const answered = await probe().then(
        () => true,
        () => false,
      )
      if (answered) isAway = false
      else await new Promise((resolve) => setTimeout(resolve, TICK_MS).unref())
    }
  }

  return {
    async run<value>(ask: () => Promise<value>): Promise<value> {
      if (isAway) throw new UnreachableError('silent')
      if (timer === undefined) {
        silentTicks = 0
        timer = setInterval(tick, TICK_MS)
        timer.unref()
      }
      let reject: (error: Error) => void = () => undefined
      const silence = new Promise<never>((_, refuse) => {
        reject = refuse
      })
      waiting.add(reject)
      const answer = ask().finally(() => waiting.delete(reject))
      // an answer that comes too late is nobody's, nor is its failure
      answer.catch(() => undefined)
      return Promise.race([answer, silence])
    },

    /** A query was answered. */
    heard() {
      silentTicks = 0
    },

    close() {
      isClosed = true
      clearInterval(timer)
      timer = undefined
    },
  }
}
