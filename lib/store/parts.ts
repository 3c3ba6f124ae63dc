import { createHash } from 'node:crypto'
import type { Scope } from '../metrics/types'
import { canonicalJson, parseCanonicalJson } from '../snapshot/codec'
import type { Snapshot } from '../snapshot/types'

/*
 * How a snapshot is kept small for ever. Between two polls most of it is the same, so it is cut into pieces that are
 * each stored once: per scope (a chain or `all`) a *shape* (what was asked: contracts, calldata, ids, units; constant for
 * days) and its *readings* (what was answered: results, values, the block). Readings that differ in part from earlier
 * ones of the same shape (a *keyframe*) are stored as a *change* to them: never to another change, so that any snapshot
 * is put together from a handful of pieces. The order of the numbers over the scopes is a piece too.
 * Nothing here needs to be trusted: what comes out is hashed against the snapshot's id.
 */

/** Answered anew at every block; all other fields belong to the shape. */
const MOVING_CALL = ['ok', 'result'] as const
const MOVING_NUMBER = ['status', 'value', 'reason', 'code', 'omitted', 'parts'] as const

type Fields = Readonly<Record<string, unknown>>
type Patch = readonly (readonly [index: number, fields: Fields])[]

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
type Frame = {
  readonly scope: Scope
  readonly asOf?: unknown
  readonly failure?: unknown
}
type ReadingsPiece = Frame & {
  readonly kind: 'readings'
  readonly calls: readonly Fields[]
  readonly numbers: readonly Fields[]
}
type ChangePiece = Frame & {
  readonly kind: 'change'
  readonly calls: Patch
  readonly numbers: Patch
}
export type Piece = OrderPiece | ShapePiece | ReadingsPiece | ChangePiece

/** A piece as stored: its canonical text and that text's hash. */
export type Text = { readonly hash: Buffer; readonly text: string }

/** One scope of a snapshot, cut in two. */
export type Cut = {
  readonly scope: Scope
  readonly shape: Text
  readonly readings: ReadingsPiece
}

export const textOf = (piece: Piece): Text => {
  const text = canonicalJson(piece)
  return { hash: createHash('sha256').update(text).digest(), text }
}

/** Splits each object into the named fields and the rest; an absent field stays absent. */
function split(list: readonly object[], moving: readonly string[]): readonly [rest: Fields[], named: Fields[]] {
  const rest: Fields[] = []
  const named: Fields[] = []
  for (const item of list) {
    const entries = Object.entries(item)
    rest.push(Object.fromEntries(entries.filter(([key]) => !moving.includes(key))))
    named.push(Object.fromEntries(entries.filter(([key]) => moving.includes(key))))
  }
  return [rest, named]
}

/** The order of the numbers, and each scope's shape and readings. */
export function cut(snapshot: Snapshot): {
  readonly order: Text
  readonly cuts: readonly Cut[]
} {
  const runs: [Scope, number][] = []
  const numbersOf = new Map<Scope, object[]>()
  for (const number of snapshot.numbers) {
    const last = runs.at(-1)
    if (last?.[0] === number.chain) last[1]++
    else runs.push([number.chain, 1])
    const list = numbersOf.get(number.chain)
    if (list) list.push(number)
    else numbersOf.set(number.chain, [number])
  }
  const { asOf, calls, failures } = snapshot
  const chains = [asOf, calls, failures].flatMap((record) => Object.keys(record)) as Scope[] // safe: these records are keyed by chain
  const scopes = [...new Set<Scope>([...chains, ...numbersOf.keys()])].sort()
  const cuts = scopes.map((scope): Cut => {
    const [numberShapes, numberReadings] = split(numbersOf.get(scope) ?? [], MOVING_NUMBER)
    const own = scope === 'all' ? {} : { asOf: asOf[scope], failure: failures[scope] }
    const made = scope === 'all' ? undefined : calls[scope]
    const [callShapes, callReadings] = split(made ?? [], MOVING_CALL)
    const shape = textOf({
      kind: 'shape',
      scope,
      numbers: numberShapes,
      ...(made && { calls: callShapes }),
    })
    return {
      scope,
      shape,
      readings: {
        kind: 'readings',
        scope,
        ...own,
        calls: callReadings,
        numbers: numberReadings,
      },
    }
  })
  return { order: textOf({ kind: 'order', runs }), cuts }
}

const patch = (from: readonly Fields[], to: readonly Fields[]): Patch =>
  to.flatMap((fields, i) => (canonicalJson(fields) === canonicalJson(from[i] ?? null) ? [] : [[i, fields] as const]))

/** What turns the keyframe into the readings; both are of one shape, so their lists are of one length. */
export const changeOf = (keyframe: ReadingsPiece, readings: ReadingsPiece): ChangePiece => ({
  ...readings,
  kind: 'change',
  calls: patch(keyframe.calls, readings.calls),
  numbers: patch(keyframe.numbers, readings.numbers),
})

function applyChange(keyframe: ReadingsPiece, change: ChangePiece): ReadingsPiece {
  const calls = [...keyframe.calls]
  const numbers = [...keyframe.numbers]
  for (const [i, fields] of change.calls) calls[i] = fields
  for (const [i, fields] of change.numbers) numbers[i] = fields
  return { ...change, kind: 'readings', calls, numbers }
}

/** The pieces of one snapshot, put together again: anything but a verified snapshot until its id is checked. */
export function join(texts: readonly string[], id: string, schema: number, time: number): unknown {
  // safe: written by `cut`; a damaged piece at worst throws here or fails the hash
  const pieces = texts.map((text) => parseCanonicalJson(text) as Piece)
  const shapes = pieces.filter((piece) => piece.kind === 'shape')
  const readingsOf = new Map<Scope, ReadingsPiece>()
  for (const piece of pieces) if (piece.kind === 'readings') readingsOf.set(piece.scope, piece)
  for (const piece of pieces) {
    const keyframe = piece.kind === 'change' && readingsOf.get(piece.scope)
    if (keyframe) readingsOf.set(piece.scope, applyChange(keyframe, piece))
  }
  const asOf: Record<string, unknown> = {}
  const failures: Record<string, unknown> = {}
  const calls: Record<string, Fields[]> = {}
  const numbersOf = new Map<Scope, Iterator<Fields>>()
  for (const { scope, ...shape } of shapes) {
    const readings = readingsOf.get(scope)
    if (!readings) continue
    if (readings.asOf !== undefined) asOf[scope] = readings.asOf
    if (readings.failure !== undefined) failures[scope] = readings.failure
    if (shape.calls)
      calls[scope] = shape.calls.map((call, i) => ({
        ...call,
        ...readings.calls[i],
      }))
    numbersOf.set(scope, shape.numbers.map((number, i) => ({ ...number, ...readings.numbers[i] })).values())
  }
  const runs = pieces.find((piece) => piece.kind === 'order')?.runs ?? []
  const numbers = runs.flatMap(([scope, count]) =>
    Array.from({ length: count }, () => numbersOf.get(scope)?.next().value),
  )
  return { id, schema, time, asOf, failures, numbers, calls }
}
