import { DAY } from '../format/time'
import type { CanonicalUrl } from './canonical'

type Kind = Pick<CanonicalUrl, 'kind' | 'pinned'>

const forever = `public, max-age=${365 * DAY}, immutable`

/**
 * How long others may keep an answer. A pinned page is no exception to a live one's rule: its HTML names the scripts
 * of this build, which the next one no longer has. `hasSnapshot` is false until the first snapshot exists.
 */
export const cacheControl = ({ kind, pinned }: Kind, hasSnapshot: boolean): string => {
  if (kind === 'static') return forever
  if (kind === 'asset') return `public, max-age=3600, stale-while-revalidate=${DAY}`
  if (!hasSnapshot) return 'no-store'
  if (pinned && kind !== 'page') return forever
  if (kind === 'status') return 'public, max-age=5'
  return 'public, max-age=10, stale-while-revalidate=60'
}

/** Seconds for which the server's own cache keeps an answer if no newer snapshot comes first. */
export const cacheSeconds = ({ kind, pinned }: Kind, hasSnapshot: boolean): number => {
  if (kind === 'static' || pinned) return Number.POSITIVE_INFINITY
  if (kind === 'status' || !hasSnapshot) return 1
  return 15
}

/**
 * What a handler says of its answer: that nothing can be added to it any more, as some know only once they have made
 * it. It says nothing else of lifetimes; this header never reaches a client.
 */
export const immutableHeader = { 'cache-control': 'immutable' } as const

export const isMarkedImmutable = (cacheControlOfHandler: string): boolean =>
  cacheControlOfHandler === immutableHeader['cache-control']
