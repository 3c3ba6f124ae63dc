import type { ChainSlug } from '../chains'
import { deriveAll } from '../metrics/derive'
import type { ChainSource } from '../reader/source'
import { type ChainPart, type ReadOptions, readChainPart } from './chain-part'
import { snapshotId } from './codec'
import type { Snapshot } from './types'

export type TakeOptions = ReadOptions & { readonly sources: readonly ChainSource[] }

export type Taken = { readonly snapshot: Snapshot; readonly requests: Readonly<Partial<Record<ChainSlug, number>>> }

const byChain = <value>(
  parts: readonly ChainPart[],
  pick: (part: ChainPart) => value | null,
): Partial<Record<ChainSlug, value>> =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const value = pick(part)
      return value === null ? [] : [[part.chain, value]]
    }),
  )

/**
 * One snapshot of everything: each chain at one block of its own, all metrics, all calls. A chain that cannot be read
 * keeps its last numbers, marked stale with the reason; it never touches the others.
 */
export const takeSnapshot = async (options: TakeOptions): Promise<Taken> => {
  const { sources, metrics, report } = options
  const parts = await Promise.all(sources.map((source) => readChainPart(options, source)))
  const known = parts.filter(({ asOf }) => asOf !== null)
  const read = parts.flatMap(({ observations }) => observations)
  const chains = parts.map(({ chain }) => chain)
  const content = {
    schema: 1 as const,
    time: Math.max(0, ...known.map(({ asOf }) => asOf?.timestamp ?? 0)),
    asOf: byChain(parts, ({ asOf }) => asOf),
    failures: byChain(parts, ({ failure }) => failure),
    // of a chain that was never read, too: what is made of its numbers has failed, and sums name it
    numbers: [...read, ...deriveAll(metrics, read, chains, report)],
    calls: byChain(known, ({ calls }) => calls),
  }
  return {
    snapshot: { id: snapshotId(content), ...content },
    requests: byChain(parts, ({ requests }) => requests),
  }
}
