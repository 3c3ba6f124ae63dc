import type { Hex } from 'viem'
import { ethereum } from '@/lib/chains/ethereum'
import { deriveAll } from '@/lib/metrics/derive'
import { lendMetrics } from '@/lib/metrics/lend'
import { observeChain } from '@/lib/metrics/observe'
import type { Metric, Observation } from '@/lib/metrics/types'
import { decodeAggregate, type RawResult } from '@/lib/reader/multicall'
import { createReader, type ReaderSession } from '@/lib/reader/reader'
import { createSource } from '@/lib/reader/source'
import type { BlockRef, RecordedCall } from '@/lib/reader/types'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

const fail = (error: unknown): never => {
  throw error
}

/** Snapshots of the SparkLend market on Ethereum alone, through one URL: cold, then as often as wanted warm. */
export const createMarketReader = (url: string) => {
  const source = createSource({ chain: ethereum, urls: [url], finality: 'latest', quorum: 1, timeoutMs: 60_000 })
  let previous: Snapshot | null = null
  return async (): Promise<Snapshot> => {
    const now = Math.floor(Date.now() / 1000)
    const { snapshot } = await takeSnapshot({ sources: [source], metrics: lendMetrics, previous, now, report: fail })
    previous = snapshot
    return snapshot
  }
}

/** One answer of `aggregate3` as the node gave it, and the calls it answers, in order. */
export type Answer = { readonly data: Hex; readonly calls: readonly Pick<RecordedCall, 'address' | 'calldata'>[] }

/** From raw answers to all numbers of the market, derived ones too, each with the calls it came from. */
export const decodeMarket = async (
  answers: readonly Answer[],
  block: BlockRef,
  metrics: readonly Metric[],
): Promise<readonly Observation[]> => {
  const results = new Map<string, Promise<RawResult>>()
  for (const { data, calls } of answers) {
    const decoded = decodeAggregate(data, calls.length)
    for (const [index, { address, calldata }] of calls.entries()) {
      const result = decoded[index]
      if (result) results.set(`${address.toLowerCase()}${calldata}`, Promise.resolve(result))
    }
  }
  const session: ReaderSession = {
    block,
    call: ({ address, calldata }) =>
      results.get(`${address.toLowerCase()}${calldata}`) ?? Promise.reject(new Error(`No answer to ${calldata}`)),
  }
  const { observations } = await observeChain(
    metrics,
    'ethereum',
    (record) => createReader(session, ethereum, record),
    () => [],
    fail,
  )
  return [...observations, ...deriveAll(metrics, observations, ['ethereum'], fail)]
}
