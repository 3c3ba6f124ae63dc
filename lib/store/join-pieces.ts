import type { Scope } from '../metrics/types'
import { parseCanonicalJson } from '../snapshot/codec'
import { applyChange, type Fields, type Piece, type ReadingsPiece } from './pieces'

const readingsByScope = (pieces: readonly Piece[]): ReadonlyMap<Scope, ReadingsPiece> => {
  const readings = new Map<Scope, ReadingsPiece>()
  for (const piece of pieces) if (piece.kind === 'readings') readings.set(piece.scope, piece)
  for (const piece of pieces) {
    const keyframe = piece.kind === 'change' && readings.get(piece.scope)
    if (keyframe) readings.set(piece.scope, applyChange(keyframe, piece))
  }
  return readings
}

/** The inverse of `cutSnapshot`: not to be taken for a snapshot before its id is verified. */
export function joinPieces(texts: readonly string[], id: string, schema: number, time: number): unknown {
  // safe: written by `cutSnapshot`; a damaged piece at worst throws here or fails the hash
  const pieces = texts.map((text) => parseCanonicalJson(text) as Piece)
  const readingsOf = readingsByScope(pieces)
  const asOf: Record<string, unknown> = {}
  const failures: Record<string, unknown> = {}
  const calls: Record<string, Fields[]> = {}
  const numbersOf = new Map<Scope, Iterator<Fields>>()
  for (const { scope, ...shape } of pieces.filter((piece) => piece.kind === 'shape')) {
    const readings = readingsOf.get(scope)
    if (!readings) continue
    if (readings.asOf !== undefined) asOf[scope] = readings.asOf
    if (readings.failure !== undefined) failures[scope] = readings.failure
    if (shape.calls) calls[scope] = shape.calls.map((call, i) => ({ ...call, ...readings.calls[i] }))
    numbersOf.set(scope, shape.numbers.map((number, i) => ({ ...number, ...readings.numbers[i] })).values())
  }
  const runs = pieces.find((piece) => piece.kind === 'order')?.runs ?? []
  const numbers = runs.flatMap(([scope, count]) =>
    Array.from({ length: count }, () => numbersOf.get(scope)?.next().value),
  )
  return { id, schema, time, asOf, failures, numbers, calls }
}
