import { createHash } from 'node:crypto'
import type { Snapshot } from './types'

/** Everything of a snapshot that its id is the hash of. */
export type SnapshotContent = Omit<Snapshot, 'id'>

/** The text is not a snapshot, or not the one its id names. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

/**
 * Canonical JSON: keys in code-unit order, no white space, a bigint as `{"$n":"123"}`, an undefined property left out.
 * Equal values give equal text on any machine, so their hash names them.
 * @throws TypeError on what JSON cannot hold exactly: NaN, infinities, functions, `undefined` in a list, a key beginning with `$`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return `{"$n":"${value}"}`
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`)
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`JSON cannot hold a value of type ${typeof value}`)
  const properties: string[] = []
  for (const [key, property] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (key.startsWith('$')) throw new TypeError(`a key may not begin with $: ${key}`)
    if (property !== undefined) properties.push(`${JSON.stringify(key)}:${canonicalJson(property)}`)
  }
  return `{${properties.join(',')}}`
}

/** The inverse of `canonicalJson`. @throws SyntaxError on text that is not such JSON. */
export function parseCanonicalJson(text: string): unknown {
  return revive(JSON.parse(text))
}

/** Puts the bigints back in place: the tree is fresh from JSON.parse, so nobody else holds it. */
function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (typeof value[i] === 'object') value[i] = revive(value[i])
    return value
  }
  if ('$n' in value) {
    if (typeof value.$n !== 'string' || !/^-?\d+$/.test(value.$n)) throw new SyntaxError('not an integer in $n')
    return BigInt(value.$n)
  }
  for (const [key, property] of Object.entries(value))
    if (typeof property === 'object') Reflect.set(value, key, revive(property))
  return value
}

/** SHA-256, in hex, of the canonical JSON of `{asOf, calls, failures, numbers, schema, time}`. */
export function snapshotId({ schema, time, asOf, failures, numbers, calls }: SnapshotContent): string {
  const text = canonicalJson({ schema, time, asOf, failures, numbers, calls })
  return createHash('sha256').update(text).digest('hex')
}

/** Canonical JSON of the snapshot, its id included. */
export function encodeSnapshot(snapshot: Snapshot): string {
  const { id, schema, time, asOf, failures, numbers, calls } = snapshot
  return canonicalJson({ id, schema, time, asOf, failures, numbers, calls })
}

/** The inverse of `encodeSnapshot`. @throws SnapshotError when the text is no snapshot, or its content is not what its id names. */
export function decodeSnapshot(text: string): Snapshot {
  let value: unknown
  try {
    value = parseCanonicalJson(text)
  } catch {
    throw new SnapshotError('This is not the text of a snapshot.')
  }
  return verifySnapshot(value)
}

/** The value as a snapshot. @throws SnapshotError when it is none, or its content is not what its id names. */
export function verifySnapshot(value: unknown): Snapshot {
  if (!isSnapshotShaped(value)) throw new SnapshotError('This is not a snapshot of schema 1.')
  if (snapshotId(value) !== value.id) throw new SnapshotError("The snapshot's content is not what its id names.")
  return value
}

/** The outline only: that the inside is right is what the hash is for. */
function isSnapshotShaped(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false
  const { id, schema, time, asOf, failures, numbers, calls }: Partial<Record<keyof Snapshot, unknown>> = value
  const isObject = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part)
  return (
    typeof id === 'string' &&
    schema === 1 &&
    typeof time === 'number' &&
    isObject(asOf) &&
    isObject(failures) &&
    Array.isArray(numbers) &&
    isObject(calls)
  )
}
