import type { Chain } from '../chains/define-chain'
import { observeChain } from '../metrics/observe'
import type { Metric } from '../metrics/types'
import type { SizedCall } from '../reader/chunks'
import { createReader, type ReaderSession } from '../reader/reader'
import type { Plan } from '../reader/source'

/**
 * The calls that a chain's metrics make before any has been answered: with them even a first reading, which has no
 * earlier one to repeat, sends its first questions along with that for the head. Nothing is read and nothing is said.
 */
export const firstCalls = async (metrics: readonly Metric[], chain: Chain): Promise<Plan> => {
  const asked = new Map<string, SizedCall>()
  const session: ReaderSession = {
    block: { number: 0n, hash: `0x${'00'.repeat(32)}`, timestamp: 0, finality: 'latest' },
    call: (call) => {
      asked.set(`${call.address}${call.calldata}`, call)
      // Never answered: the programs stop here, and go with this promise.
      return new Promise(() => undefined)
    },
  }
  const ignore = () => undefined
  void observeChain(
    metrics,
    chain.slug,
    (record) => createReader(session, chain, record),
    () => [],
    ignore,
  ).catch(ignore)
  await new Promise((resolve) => setImmediate(resolve))
  return [...asked.values()].map((call) => ({ ...call, failed: false }))
}
