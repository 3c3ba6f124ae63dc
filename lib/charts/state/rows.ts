import { type ChainSlug, isChainSlug } from '../../chains'
import type { Status } from '../../metrics/types'
import { ABSENT, type AlignedSeries, lastKnown, NOT_DUE } from './aligned-series'
import { barEnds } from './bar-ends'
import type { ChartPoint, ReadBlock } from './chart-data'
import type { ChartState } from './chart-state'

/** One value of a drawn series, as it was read; of a sum over chains with a block of each, of a plan with none. */
export type Row = {
  readonly t: number
  /** Of a bar: where it ends. */
  readonly to?: number
  readonly value: string | null
  readonly status: Status
  readonly block: string | null
  readonly blockHash: string | null
  readonly blockTime: number | null
  readonly methodVersion: number | null
  /** Of a sum over chains. */
  readonly blocks?: Readonly<Partial<Record<ChainSlug, ReadBlock>>>
}

/** Ids of the numbers that a series is made of, each with a proof of its own; none for a plan. */
export const numbersOfSeries = ({ spec: { of } }: AlignedSeries): readonly string[] =>
  of.kind === 'numbers' ? of.ids : []

const blank = { block: null, blockHash: null, blockTime: null, methodVersion: null } as const

/** A reading that was due and is not there. */
export const missingRow = (t: number): Row => ({ t, value: null, status: 'failed', ...blank })

const readAt = (point: ChartPoint | null) =>
  point === null
    ? blank
    : {
        block: point.block == null ? null : String(point.block),
        blockHash: point.blockHash ?? null,
        blockTime: point.blockTime ?? null,
        methodVersion: point.methodVersion ?? null,
      }

/** The chains of a sum; none where a series is one number of one chain, whose points name their blocks. */
const chainsOf = (series: AlignedSeries, { chainBlocks }: ChartState): readonly ChainSlug[] => {
  const ids = numbersOfSeries(series)
  const scopes = new Set(ids.map((id) => id.split(':')[1] ?? ''))
  if (scopes.has('all')) return [...chainBlocks.keys()]
  return ids.length < 2 ? [] : [...scopes].filter(isChainSlug)
}

/**
 * What is known of a series at each instant at which it is due. A number of which nothing is stored there has not been read; an
 * instant of another series alone says nothing about it.
 */
export const rowsOf = (series: AlignedSeries, state: ChartState): readonly Row[] => {
  const { values, points, presence, spec, stale } = series
  const { instants, chainBlocks } = state
  const ends = barEnds(state.series)
  const chains = chainsOf(series, state)
  const newest = lastKnown(series)
  const isStored = spec.of.kind === 'numbers'

  const statusOf = (i: number): Status => {
    const point = points?.[i]
    if (point) return point.status
    if (values[i] != null) return stale && i === newest ? 'stale' : 'ok'
    return points === null && presence[i] === ABSENT ? 'absent' : 'failed'
  }
  const blocksAt = (t: number): NonNullable<Row['blocks']> =>
    Object.fromEntries(
      chains.flatMap((chain) => {
        const block = chainBlocks.get(chain)?.get(t)
        return block === undefined ? [] : [[chain, block] as const]
      }),
    )
  /** A sum of one chain has that chain's block as its own. */
  const sumAt = (t: number): Partial<Row> => {
    const blocks = blocksAt(t)
    const [only, second] = Object.values(blocks)
    if (only === undefined || chains.length > 1 || second !== undefined) return { blocks }
    return { block: only.block, blockHash: only.hash, blockTime: only.time, blocks }
  }
  return instants.flatMap((t, i): readonly Row[] => {
    const value = values[i] ?? null
    if (isStored ? presence[i] === NOT_DUE && value === null : value === null) return []
    return [
      {
        t,
        ...(ends === null ? {} : { to: ends.get(t) ?? t }),
        value,
        status: statusOf(i),
        ...readAt(points?.[i] ?? null),
        ...(chains.length === 0 ? {} : sumAt(t)),
      },
    ]
  })
}
