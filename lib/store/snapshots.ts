import { count, desc, eq, inArray, lte, type SQL } from 'drizzle-orm'
import type { Scope } from '../metrics/types'
import { SnapshotError, snapshotId, verifySnapshot } from '../snapshot/codec'
import type { Snapshot } from '../snapshot/types'
import { compress, decompress } from './compression'
import { cutSnapshot, type ScopePieces } from './cut-snapshot'
import type { Engine } from './engine'
import { ConflictError, CorruptError } from './errors'
import { joinPieces } from './join-pieces'
import { changeOf, type PieceText, textOf } from './pieces'
import { parts, snapshots } from './schema'

const HASH_BYTES = 32

/** `body` is null where the piece is stored already. */
type PieceRow = { readonly hash: Buffer; readonly body: Buffer | null }
type Keyframe = {
  readonly shape: Buffer
  readonly hash: Buffer
  readonly size: number
  readonly readings: ScopePieces['readings']
}
type Row = {
  readonly id: string
  readonly schema: number
  readonly time: number
  readonly parts: Buffer
}

/** Content-addressed snapshots, kept for ever; pieces.ts says how they are stored. */
export function snapshotTable({ db, transaction }: Engine) {
  // readings that later ones may be stored as a change to; none after a start, so the first snapshot stores all of its own
  let keyframes = new Map<Scope, Keyframe>()

  async function storedHashes(texts: readonly Pick<PieceText, 'hash'>[]): Promise<ReadonlySet<string>> {
    const hashes = texts.map(({ hash }) => hash)
    const rows = await db.select({ hash: parts.hash }).from(parts).where(inArray(parts.hash, hashes))
    return new Set(rows.map(({ hash }) => hash.toString('hex')))
  }

  /** One scope's readings as pieces: themselves, or a keyframe with a change at most half its size. */
  async function readingsRows({ scope, shape, readings }: ScopePieces): Promise<{
    readonly rows: readonly PieceRow[]
    readonly keyframe: Keyframe
  }> {
    const whole = textOf(readings)
    const keyframe = keyframes.get(scope)
    if (keyframe?.hash.equals(whole.hash)) return { rows: [{ hash: keyframe.hash, body: null }], keyframe }
    if (keyframe?.shape.equals(shape.hash)) {
      const change = textOf(changeOf(keyframe.readings, readings))
      const body = await compress(change.text)
      if (body.length * 2 < keyframe.size)
        return {
          rows: [
            { hash: keyframe.hash, body: null },
            { hash: change.hash, body },
          ],
          keyframe,
        }
    }
    const body = await compress(whole.text)
    const fresh = { shape: shape.hash, hash: whole.hash, size: body.length, readings }
    return { rows: [{ hash: whole.hash, body }], keyframe: fresh }
  }

  async function put(snapshot: Snapshot, takenAt: number): Promise<void> {
    if (snapshotId(snapshot) !== snapshot.id) throw new ConflictError("A snapshot's id is not the hash of its content.")
    const { order, scopes } = cutSnapshot(snapshot)
    const constant = [order, ...scopes.map(({ shape }) => shape)]
    const stored = await storedHashes([...constant, ...keyframes.values()])
    for (const [scope, { hash }] of keyframes) if (!stored.has(hash.toString('hex'))) keyframes.delete(scope)
    const constantRows = constant.map(
      async ({ hash, text }): Promise<PieceRow> => ({
        hash,
        body: stored.has(hash.toString('hex')) ? null : await compress(text),
      }),
    )
    const readings = await Promise.all(scopes.map(readingsRows))
    const rows = [...(await Promise.all(constantRows)), ...readings.flatMap((scope) => scope.rows)]
    const added = rows.flatMap(({ hash, body }) => (body === null ? [] : [{ hash, body }]))
    const { id, schema, time } = snapshot
    const row = { id, schema, time, takenAt, parts: Buffer.concat(rows.map(({ hash }) => hash)) }
    await transaction(async (tx) => {
      if (added.length > 0) await tx.insert(parts).values(added).onConflictDoNothing()
      await tx.insert(snapshots).values(row).onConflictDoNothing()
    })
    keyframes = new Map(readings.map(({ keyframe }) => [keyframe.readings.scope, keyframe]))
  }

  /** @throws CorruptError when what is stored does not hash to the snapshot's id. */
  async function assemble(row: Row | undefined): Promise<Snapshot | null> {
    if (row === undefined) return null
    const hashes = Array.from({ length: row.parts.length / HASH_BYTES }, (_, i) =>
      row.parts.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
    )
    const pieces = hashes.length === 0 ? [] : await db.select().from(parts).where(inArray(parts.hash, hashes))
    const { id, schema, time } = row
    try {
      const texts = await Promise.all(pieces.map(({ body }) => decompress(body)))
      return verifySnapshot(joinPieces(texts, id, schema, time))
    } catch (error) {
      // whatever fails between the stored bytes and the hash means that the bytes are damaged
      const why = error instanceof SnapshotError ? '' : ' A piece of it cannot be read.'
      throw new CorruptError(`Snapshot ${id.slice(0, 12)} is refused.${why}`)
    }
  }

  /** Of equal times the one taken last. */
  const newest = async (filter?: SQL) => {
    const order = [desc(snapshots.time), desc(snapshots.takenAt)]
    const [row] = await db
      .select()
      .from(snapshots)
      .where(filter)
      .orderBy(...order)
      .limit(1)
    return assemble(row)
  }

  return {
    put,
    latest: () => newest(),
    byId: (id: string) => newest(eq(snapshots.id, id)),
    at: (time: number) => newest(lte(snapshots.time, time)),
    count: async () => (await db.select({ n: count() }).from(snapshots))[0]?.n ?? 0,
  }
}
