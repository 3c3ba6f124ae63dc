import { DAY } from '../format/time'
import type { Canonical } from './canonical'
import { dataPolicy, documentPolicy, type Sealed } from './csp'

/** Name and value by turns, as `writeHead` takes them. */
export type RawHeaders = readonly string[]

const forever = `public, max-age=${365 * DAY}, immutable`

/**
 * How long others may keep an answer. A pinned page is no exception to a live one's rule: its HTML names the scripts
 * of this build, which the next one no longer has. `settled` is false until the first snapshot exists.
 */
export const cacheControl = ({ kind, pinned }: Pick<Canonical, 'kind' | 'pinned'>, settled: boolean): string => {
  if (kind === 'static') return forever
  if (kind === 'asset') return `public, max-age=3600, stale-while-revalidate=${DAY}`
  if (!settled) return 'no-store'
  if (pinned && kind !== 'page') return forever
  if (kind === 'status') return 'public, max-age=5'
  return 'public, max-age=10, stale-while-revalidate=60'
}

/** Seconds for which the server's own cache keeps an answer if no newer snapshot comes first. */
export const keepSeconds = ({ kind, pinned }: Pick<Canonical, 'kind' | 'pinned'>, settled: boolean): number => {
  if (kind === 'static' || pinned) return Number.POSITIVE_INFINITY
  if (kind === 'status' || !settled) return 1
  return 15
}

const nobody = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
]
const permissions = nobody.map((feature) => `${feature}=()`).join(', ')

/** Answers that other sites may read: the API, a chart's siblings and frames. */
const isShared = ({ kind }: Pick<Canonical, 'kind'>) =>
  kind === 'api' || kind === 'status' || kind === 'sibling' || kind === 'frame'

/** Sent with every answer whatever it is. `secure` is whether the site's public origin is https. */
export const commonHeaders = (secure: boolean): RawHeaders => [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
  'Permissions-Policy',
  permissions,
  ...(secure ? ['Strict-Transport-Security', `max-age=${2 * 365 * DAY}; includeSubDomains`] : []),
]

const crossOrigin: RawHeaders = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
]

/** Who may frame the answer, read it from elsewhere, and what it may load and run itself. */
export const guardHeaders = (route: Pick<Canonical, 'kind'>, sealed: Sealed | null): RawHeaders => {
  const framed = route.kind === 'frame'
  return [
    'Content-Security-Policy',
    sealed === null ? dataPolicy(framed) : documentPolicy(sealed, framed),
    ...(framed ? [] : ['X-Frame-Options', 'DENY']),
    ...(isShared(route) ? crossOrigin : ['Cross-Origin-Resource-Policy', 'same-origin']),
  ]
}
