import { failure, NodeError } from '../errors'
import { HOUR } from '../format/time'
import type { Reading } from '../metrics/observe'
import type { Session } from '../reader/session'
import type { ChainSource } from '../reader/source'
import type { RecordedCall } from '../reader/types'
import type { Versions } from './collapse'
import { lossOf, withMisfits } from './plausibility'
import { proveLoss, type Tally } from './prove-loss'

/** Tallies of one chain's implausible readings: by the chain itself, or by block for the past. */
export type Tallies = {
  get(key: string): Tally | undefined
  set(key: string, tally: Tally): unknown
  delete(key: string): unknown
}

type CheckOptions = {
  readonly source: ChainSource
  readonly session: Session
  /** The last reading that was accepted. */
  readonly before: Reading | null
  readonly now: Reading
  /** Unix seconds, of its block. */
  readonly beforeTime?: number
  readonly versions: Versions
  readonly tallies: Tallies
  /** What the reading is counted under. */
  readonly key: string
  /** The block is of the past and was known to be final. */
  readonly final?: boolean
}

/**
 * What contracts that are not asked any more would answer: where a list is empty, nobody asks those that were on it. The
 * reading began with their calls, so that this costs no request.
 */
const callsNotMade = async ({ session, before, now }: CheckOptions): Promise<readonly RecordedCall[]> => {
  const asked = new Set(now.calls.map(({ address }) => address))
  const missing = before?.calls.filter(({ address, ok, result }) => ok && result !== '0x' && !asked.has(address)) ?? []
  return Promise.all(
    missing.map(async (call) => {
      const { address, calldata, result } = call
      return { ...call, ...(await session.call({ address, calldata, size: (result.length - 2) / 2 })) }
    }),
  )
}

/** The reading, where it is plausible or what it lacks is proven to be gone. Throws NodeError('implausible'). */
export const checkReading = async (options: CheckOptions): Promise<Reading> => {
  const { source, session, before, now, versions, tallies, key, final = false } = options
  const { message: reason, code } = failure('misfit')
  const calls = [...now.calls, ...(await callsNotMade(options))]
  const { chain } = source
  const { number: block, timestamp } = session.block
  const recent = timestamp - (options.beforeTime ?? 0) < HOUR
  const loss = lossOf({ chain, block, before, now: { ...now, calls }, recent, versions })
  // Into the past contracts and amounts go missing one by one, as they came: only many at once are implausible.
  if (loss === null || (final && loss.gone.length === 0 && !loss.mostNumbers)) {
    tallies.delete(key)
    return final ? now : withMisfits(now, before, [], { reason, code })
  }
  const tally = tallies.get(key) ?? { readings: 0, block: session.block.number }
  tallies.set(key, tally)
  try {
    const empty = await proveLoss(loss, source, session, tally, final)
    tallies.delete(key)
    return final ? now : withMisfits(now, before, empty, { reason, code })
  } catch (error) {
    // Without a proof, whatever the reason, the reading is refused.
    if (!(error instanceof NodeError)) throw error
    source.rest(session)
    throw new NodeError('implausible')
  }
}
