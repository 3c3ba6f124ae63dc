import type { Scope } from '../metrics/types'
import { snapshotId } from '../snapshot/codec'
import type { Snapshot } from '../snapshot/types'
import { compress } from './compression'
import { cutSnapshot, type ScopePieces } from './cut-snapshot'
import type { DamageTable } from './damage'
import type { Engine } from './engine'
import { ConflictError } from './errors'
import type { PieceRow, PieceTable } from './piece-table'
import { changeOf, textOf } from './pieces'
import { snapshots } from './schema'

type Keyframe = {
  readonly shape: Buffer
  readonly hash: Buffer
  readonly size: number
  readonly readings: ScopePieces['readings']
}

/** Stores content-addressed snapshots, kept for ever; pieces.ts says how they are stored. */
export function snapshotWriter({ transaction }: Pick<Engine, 'transaction'>, pieces: PieceTable, damage: DamageTable) {
  // readings that later ones may be stored as a change to; none after a start, so the first snapshot stores all of its own
  let keyframes = new Map<Scope, Keyframe>()

  /** One scope's readings as pieces: themselves, or a keyframe with a change at most half its size. */
  async function readingsRows({ scope, shape, readings }: ScopePieces): Promise<{
    readonly rows: readonly PieceRow[]
    readonly keyframe: Keyframe
  }> {
    const text = textOf(readings)
    const keyframe = keyframes.get(scope)
    if (keyframe?.hash.equals(text.hash)) return { rows: [{ hash: keyframe.hash, body: null }], keyframe }
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
    const row = await pieces.row(text)
    const fresh = { shape: shape.hash, hash: text.hash, size: row.body.length, readings }
    return { rows: [row], keyframe: fresh }
  }

  return async (snapshot: Snapshot, takenAt: number): Promise<void> => {
    if (snapshotId(snapshot) !== snapshot.id) throw new ConflictError("A snapshot's id is not the hash of its content.")
    const { order, scopes } = cutSnapshot(snapshot)
    const constant = [order, ...scopes.map(({ shape }) => shape)]
    const { all, whole } = await pieces.stored([...constant, ...keyframes.values()].map(({ hash }) => hash))
    for (const [scope, { hash }] of keyframes) if (!whole.has(hash.toString('hex'))) keyframes.delete(scope)
    const constantRows = constant.map(
      async (piece): Promise<PieceRow> =>
        whole.has(piece.hash.toString('hex')) ? { hash: piece.hash, body: null } : pieces.row(piece),
    )
    const readings = await Promise.all(scopes.map(readingsRows))
    const rows = [...(await Promise.all(constantRows)), ...readings.flatMap((scope) => scope.rows)]
    const { id, schema, time } = snapshot
    const row = { id, schema, time, takenAt, parts: Buffer.concat(rows.map(({ hash }) => hash)) }
    await transaction(async (tx) => {
      await pieces.write(tx, rows)
      await tx.insert(snapshots).values(row).onConflictDoNothing()
    })
    keyframes = new Map(readings.map(({ keyframe }) => [keyframe.readings.scope, keyframe]))
    // snapshots that share a piece written over a damaged one are whole again
    if (rows.some(({ hash, body }) => body !== null && all.has(hash.toString('hex')))) await damage.clear('snapshot')
  }
}
