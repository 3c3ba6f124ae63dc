import type { Scope } from '../metrics/types'
import type { Snapshot } from '../snapshot/types'
import { type Fields, type PieceText, type ReadingsPiece, textOf } from './pieces'

/** Fields that can differ at every block; all others belong to the shape. */
const CALL_READINGS = ['ok', 'result'] as const
const NUMBER_READINGS = ['status', 'value', 'reason', 'code', 'omitted', 'parts'] as const

/** One scope of a snapshot, cut into its shape and its readings. */
export type ScopePieces = {
  readonly scope: Scope
  readonly shape: PieceText
  readonly readings: ReadingsPiece
}

/** Splits each object into the named fields and the rest; an absent field stays absent. */
function split(list: readonly object[], names: readonly string[]): readonly [rest: Fields[], named: Fields[]] {
  const rest: Fields[] = []
  const named: Fields[] = []
  for (const item of list) {
    const entries = Object.entries(item)
    rest.push(Object.fromEntries(entries.filter(([key]) => !names.includes(key))))
    named.push(Object.fromEntries(entries.filter(([key]) => names.includes(key))))
  }
  return [rest, named]
}

/** Lengths of the runs of numbers of one scope, and the numbers of each. */
function groupByScope(snapshot: Snapshot) {
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
  return { runs, numbersOf }
}

/** The order of a snapshot's numbers, and each scope's shape and readings. */
export function cutSnapshot(snapshot: Snapshot): {
  readonly order: PieceText
  readonly scopes: readonly ScopePieces[]
} {
  const { runs, numbersOf } = groupByScope(snapshot)
  const { asOf, calls, failures } = snapshot
  const chains = [asOf, calls, failures].flatMap((record) => Object.keys(record)) as Scope[] // safe: these records are keyed by chain
  const scopes = [...new Set<Scope>([...chains, ...numbersOf.keys()])].sort()
  const pieces = scopes.map((scope): ScopePieces => {
    const [numberShapes, numberReadings] = split(numbersOf.get(scope) ?? [], NUMBER_READINGS)
    const state = scope === 'all' ? {} : { asOf: asOf[scope], failure: failures[scope] }
    const made = scope === 'all' ? undefined : calls[scope]
    const [callShapes, callReadings] = split(made ?? [], CALL_READINGS)
    return {
      scope,
      shape: textOf({ kind: 'shape', scope, numbers: numberShapes, ...(made && { calls: callShapes }) }),
      readings: { kind: 'readings', scope, ...state, calls: callReadings, numbers: numberReadings },
    }
  })
  return { order: textOf({ kind: 'order', runs }), scopes: pieces }
}
