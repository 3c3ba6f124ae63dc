import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { count, desc, eq, inArray, lte, type SQL } from 'drizzle-orm'
import type { Scope } from '../metrics/types'
import { SnapshotError, snapshotId, verifySnapshot } from '../snapshot/codec'
import type { Snapshot } from '../snapshot/types'
import type { Engine } from './engine'
import { ConflictError, CorruptError } from './errors'
import { type Cut, changeOf, cut, join, type Text, textOf } from './parts'
import { parts, snapshots } from './schema'

const HASH_BYTES = 32
const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** Off the event loop, in zlib's threads; quality 6 is within 5 % of the best and ten times as quick. */
const pack = (text: string) => compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })

type Stored = { readonly hash: Buffer; readonly body: Buffer | null }
type Keyframe = {
  readonly shape: Buffer
  readonly hash: Buffer
  readonly size: number
  readonly readings: Cut['readings']
}
type Row = {
  readonly id: string
  readonly schema: number
  readonly time: number
  readonly parts: Buffer
}

/** Content-addressed snapshots, kept for ever: see `parts.ts` for how little each one adds. */
export function snapshotTable({ db, transaction }: Engine) {
  // what later readings may be stored as a change to; empty after a start, which costs one whole set of readings
  let keyframes = new Map<Scope, Keyframe>()

  async function hashesHeld(texts: readonly Pick<Text, 'hash'>[]): Promise<ReadonlySet<string>> {
    const hashes = texts.map(({ hash }) => hash)
    const rows = await db.select({ hash: parts.hash }).from(parts).where(inArray(parts.hash, hashes))
    return new Set(rows.map(({ hash }) => hash.toString('hex')))
  }

  /** The pieces of one scope's readings: themselves, or a keyframe and the smaller change to it. */
  async function piecesOf({ scope, shape, readings }: Cut): Promise<{ pieces: readonly Stored[]; keyframe: Keyframe }> {
    const whole = textOf(readings)
    const keyframe = keyframes.get(scope)
    if (keyframe?.hash.equals(whole.hash)) return { pieces: [{ hash: keyframe.hash, body: null }], keyframe }
    if (keyframe?.shape.equals(shape.hash)) {
      const change = textOf(changeOf(keyframe.readings, readings))
      const body = await pack(change.text)
      if (body.length * 2 < keyframe.size)
        return {
          pieces: [
            { hash: keyframe.hash, body: null },
            { hash: change.hash, body },
          ],
          keyframe,
        }
    }
    const body = await pack(whole.text)
    const fresh = {
      shape: shape.hash,
      hash: whole.hash,
      size: body.length,
      readings,
    }
    return { pieces: [{ hash: whole.hash, body }], keyframe: fresh }
  }

  async function put(snapshot: Snapshot, takenAt: number): Promise<void> {
    if (snapshotId(snapshot) !== snapshot.id) throw new ConflictError("A snapshot's id is not the hash of its content.")
    const { order, cuts } = cut(snapshot)
    const constant = [order, ...cuts.map(({ shape }) => shape)]
    const held = await hashesHeld([...constant, ...keyframes.values()])
    for (const [scope, { hash }] of keyframes) if (!held.has(hash.toString('hex'))) keyframes.delete(scope)
    const fixed = constant.map(async ({ hash, text }): Promise<Stored> => {
      return {
        hash,
        body: held.has(hash.toString('hex')) ? null : await pack(text),
      }
    })
    const readings = await Promise.all(cuts.map(piecesOf))
    const pieces = [...(await Promise.all(fixed)), ...readings.flatMap((scope) => scope.pieces)]
    const added = pieces.flatMap(({ hash, body }) => (body === null ? [] : [{ hash, body }]))
    const { id, schema, time } = snapshot
    const row = {
      id,
      schema,
      time,
      takenAt,
      parts: Buffer.concat(pieces.map(({ hash }) => hash)),
    }
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
    const stored = hashes.length === 0 ? [] : await db.select().from(parts).where(inArray(parts.hash, hashes))
    const { id, schema, time } = row
    try {
      const texts = await Promise.all(stored.map(async ({ body }) => (await decompress(body)).toString()))
      return verifySnapshot(join(texts, id, schema, time))
    } catch (error) {
      // whatever goes wrong between the bytes and the hash is damage to the bytes
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
