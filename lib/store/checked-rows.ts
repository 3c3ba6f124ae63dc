import type { Status } from '../metrics/types'
import { CorruptError, toStoreError } from './errors'
import type { Point } from './types'

/** How small a part of a range is still looked at apart, where a damaged page keeps the whole from being read. */
const PARTS = 64

const statuses: readonly Status[] = ['ok', 'stale', 'absent', 'failed']

const DECIMAL = /^-?\d+(\.\d+)?$/
const WHOLE = /^\d{1,15}$/
const HASH = /^0x[0-9a-f]{64}$/i

/** A stored point as its text says; null where that says no point. */
export const pointOf = ([t = '', version = '', text = '', exact]: readonly string[]): Omit<Point, 'number'> | null => {
  const status = statuses.find((each) => each === text)
  if (!WHOLE.test(t) || !WHOLE.test(version) || status === undefined) return null
  if (exact !== undefined && !DECIMAL.test(exact)) return null
  return { t: Number(t), methodVersion: Number(version), status, value: exact ?? null }
}

/** A stored block as its text says; null where that says no block. */
export const blockOf = ([, block = '', hash = '', stamp = '']: readonly string[]) =>
  WHOLE.test(block) && HASH.test(hash) && WHOLE.test(stamp)
    ? { block: BigInt(block), hash, timestamp: Number(stamp) }
    : null

/** Reads a range in ever smaller parts, where the database cannot read some of it; `onDamage` hears that a part is left out. */
export async function readAround<row>(
  [from, to]: readonly [number, number],
  read: (from: number, to: number) => Promise<readonly row[]>,
  onDamage: () => Promise<void>,
): Promise<readonly row[]> {
  const least = Math.max(1, Math.floor((to - from) / PARTS))
  const part = async (first: number, last: number): Promise<readonly row[]> => {
    try {
      return await read(first, last)
    } catch (error) {
      if (!(toStoreError(error) instanceof CorruptError)) throw error
    }
    if (last - first <= least) return []
    const middle = Math.floor((first + last) / 2)
    return [...(await part(first, middle)), ...(await part(middle + 1, last))]
  }
  let isWhole = true
  const rows = await read(from, to).catch((error: unknown) => {
    if (!(toStoreError(error) instanceof CorruptError)) throw error
    isWhole = false
    return part(from, to)
  })
  if (!isWhole) await onDamage()
  return rows
}
