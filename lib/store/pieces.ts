import { createHash } from 'node:crypto'
import type { Scope } from '../metrics/types'
import { canonicalJson } from '../snapshot/codec'

/*
 * How snapshots are stored in little space. From one poll to the next most of a snapshot is the same, so it is cut into
 * pieces that are stored once each. For each scope (a chain or `all`) there is a *shape* (what was called: contracts,
 * calldata, ids, units; constant for days) and *readings* (what was returned: results, values, the block). Readings that
 * partly equal earlier ones of the same shape (a *keyframe*) are stored as a *change* to them. A change never refers to
 * another change, so that any snapshot is made of a few pieces. The order of the numbers over the scopes is a piece, too.
 * None of this is trusted: what is read back is hashed and compared with the snapshot's id.
 */

export type Fields = Readonly<Record<string, unknown>>
export type Patch = readonly (readonly [index: number, fields: Fields])[]

type OrderPiece = {
  readonly kind: 'order'
  readonly runs: readonly (readonly [Scope, number])[]
}
type ShapePiece = {
  readonly kind: 'shape'
  readonly scope: Scope
  readonly calls?: readonly Fields[]
  readonly numbers: readonly Fields[]
}
type ScopeState = {
  readonly scope: Scope
  readonly asOf?: unknown
  readonly failure?: unknown
}
export type ReadingsPiece = ScopeState & {
  readonly kind: 'readings'
  readonly calls: readonly Fields[]
  readonly numbers: readonly Fields[]
}
type ChangePiece = ScopeState & {
  readonly kind: 'change'
  readonly calls: Patch
  readonly numbers: Patch
}
export type Piece = OrderPiece | ShapePiece | ReadingsPiece | ChangePiece

/** A piece as it is stored: its canonical JSON and the hash of that. */
export type PieceText = { readonly hash: Buffer; readonly text: string }

export const textOf = (piece: Piece): PieceText => {
  const text = canonicalJson(piece)
  return { hash: createHash('sha256').update(text).digest(), text }
}

const patch = (from: readonly Fields[], to: readonly Fields[]): Patch =>
  to.flatMap((fields, i) => (canonicalJson(fields) === canonicalJson(from[i] ?? null) ? [] : [[i, fields] as const]))

/** The change from a keyframe to later readings; both are of one shape, so their lists are of one length. */
export const changeOf = (keyframe: ReadingsPiece, readings: ReadingsPiece): ChangePiece => ({
  ...readings,
  kind: 'change',
  calls: patch(keyframe.calls, readings.calls),
  numbers: patch(keyframe.numbers, readings.numbers),
})

export function applyChange(keyframe: ReadingsPiece, change: ChangePiece): ReadingsPiece {
  const calls = [...keyframe.calls]
  const numbers = [...keyframe.numbers]
  for (const [i, fields] of change.calls) calls[i] = fields
  for (const [i, fields] of change.numbers) numbers[i] = fields
  return { ...change, kind: 'readings', calls, numbers }
}
