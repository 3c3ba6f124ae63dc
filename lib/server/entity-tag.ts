import { createHash } from 'node:crypto'
import type { Encoding } from './compress'

const suffix: Readonly<Record<Encoding, string>> = { identity: '', gzip: '-gz', br: '-br' }

/** Names exact bytes: a strong tag of the identity body, without quotes. */
export const tagOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 27)

/** The `ETag` of one encoding: a strong tag names exact bytes, so each encoding has its own. */
export const entityTag = (tag: string, encoding: Encoding) => `"${tag}${suffix[encoding]}"`

/** Whether `If-None-Match` names the body, in whatever encoding the reader has it. */
export const isNotModified = (ifNoneMatch: string | undefined, tag: string): boolean => {
  if (ifNoneMatch === undefined || tag === '') return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((each) => {
    const named = each.trim().replace(/^W\//, '')
    return Object.values(suffix).some((ending) => named === `"${tag}${ending}"`)
  })
}
