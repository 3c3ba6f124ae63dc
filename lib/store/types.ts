import type { ChainSlug } from '../chains'
import type { FailureReason } from '../errors'
import type { Class, Scope, Status, Unit } from '../metrics/types'
import type { Snapshot } from '../snapshot/types'

/** One number at one instant `t` (unix seconds, a multiple of 3 600): read at the chain's last block at or before `t`. */
export type Point = {
  readonly number: string
  readonly t: number
  /** Exact decimal string; null where the status is absent or failed. */
  readonly value: string | null
  readonly status: Status
  readonly methodVersion: number
}

/** The block of a chain at instant `t`: its last one at or before it. */
export type Instant = {
  readonly chain: ChainSlug
  readonly t: number
  readonly block: bigint
  readonly hash: `0x${string}`
  readonly timestamp: number
}

/** A number stored for one instant: its value with all decimals of its contract, trailing zeros too. */
export type StoredPoint = SeriesInfo & Omit<Point, 't'>

export type SeriesInfo = {
  readonly number: string
  readonly unit: Unit
  readonly class: Class
}
export type SeriesPoint = Point & {
  readonly block: bigint | null
  readonly hash: string | null
  readonly timestamp: number | null
}

/** A range of a chain's history that could not be read, and why: drawn as a gap, never interpolated. */
export type Gap = {
  readonly chain: ChainSlug
  readonly from: number
  readonly to: number
  readonly reason: FailureReason
}

/**
 * One write of history. What a revision holds can be read for as long as the store lives, whatever is stored later;
 * `storedAt` (milliseconds) names it outside.
 */
export type Revision = { readonly id: number; readonly storedAt: number }

/** What was found damaged and is refused; nothing of it is deleted. `found` in unix seconds. */
export type Damage = {
  readonly kind: 'snapshot' | 'series' | 'gaps'
  /** Id of the snapshot or number; of gaps the chain. */
  readonly name: string
  readonly found: number
}

/** What is kept and not served: damaged, or ahead of the clock and so never the newest (ids of snapshots). */
export type SetAside = { readonly damaged: readonly Damage[]; readonly ahead: readonly string[] }

/** All access to the database. One schema and one SQL for PGlite and PostgreSQL. */
export type Store = {
  readonly engine: 'embedded' | 'postgres'
  /** Idempotent: a snapshot already stored is left alone. `takenAt` is the clock, unix seconds. */
  putSnapshot(snapshot: Snapshot, takenAt: number): Promise<void>
  /** The one stored last that is whole and not ahead of the clock. */
  latestSnapshot(): Promise<Snapshot | null>
  /** @throws CorruptError where it is damaged. */
  snapshotById(id: string): Promise<Snapshot | null>
  /** The newest whole snapshot whose `time` is at or before the instant. */
  snapshotAt(time: number): Promise<Snapshot | null>
  snapshotCount(): Promise<number>
  setAside(): Promise<SetAside>
  /** Idempotent on (number, t). */
  putPoints(series: readonly SeriesInfo[], instants: readonly Instant[], points: readonly Point[]): Promise<void>
  /** Values as `toDecimalString` writes them: without trailing zeros. With a revision's id as of that revision, else the current ones. */
  readSeries(
    number: string,
    from: number,
    to: number,
    every: number,
    revision?: number,
  ): Promise<readonly SeriesPoint[]>
  /** Ids of the numbers with a point at a multiple of `every` in the range, as of a revision. */
  storedNumbers(from: number, to: number, every: number, revision: number): Promise<readonly string[]>
  /** The newest revision; with `storedAt` the one of this very name, null where this store has none. */
  revision(storedAt?: number): Promise<Revision | null>
  /** All stored numbers of one chain, or of `all`, at one instant. */
  pointsAt(chain: Scope, t: number): Promise<readonly StoredPoint[]>
  /** Instants already stored for a chain in a range: a resumed backfill need not read them again. */
  storedInstants(chain: ChainSlug, from: number, to: number): Promise<readonly number[]>
  putGap(gap: Gap): Promise<void>
  gaps(from: number, to: number, revision?: number): Promise<readonly Gap[]>
  /** True where this process holds the database-wide right to write; N processes over one database have one collector. */
  holdsWriterLock(): boolean
  tryWriterLock(): Promise<boolean>
  close(): Promise<void>
}
