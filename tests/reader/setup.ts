import { type ChainSlug, chainBySlug } from '@/lib/chains'
import type { Metric, Observation } from '@/lib/metrics/types'
import { type ChainSource, createSource, type SourceOptions } from '@/lib/reader/source'
import { type Taken, takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

export const sourceOf = (
  slug: ChainSlug,
  urls: readonly string[],
  options: Partial<Pick<SourceOptions, 'quorum' | 'timeoutMs' | 'finality' | 'now'>> = {},
): ChainSource =>
  createSource({ chain: chainBySlug(slug), urls, finality: 'latest', quorum: 1, timeoutMs: 10_000, ...options })

/** Takes a snapshot; a defect of ours is an error of the test. */
export const take = (
  sources: readonly ChainSource[],
  metrics: readonly Metric[],
  previous: Snapshot | null = null,
): Promise<Taken> =>
  takeSnapshot({
    sources,
    metrics,
    previous,
    now: 1_900_000_000,
    report: (error) => {
      throw error
    },
  })

export const numOf = (snapshot: Snapshot, id: string): Observation => {
  const found = snapshot.numbers.find((num) => num.id === id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}
