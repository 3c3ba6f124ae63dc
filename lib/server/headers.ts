import { DAY } from '../format/time'
import type { CanonicalUrl } from './canonical'
import { dataPolicy, documentPolicy, type HashedDocument } from './content-security-policy'

/** Name and value by turns, as `writeHead` takes them. */
export type RawHeaders = readonly string[]

const deniedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
]
const permissions = deniedFeatures.map((feature) => `${feature}=()`).join(', ')

/** Answers that other sites may read: the API, a chart's siblings and frames. */
const isShared = ({ kind }: Pick<CanonicalUrl, 'kind'>) =>
  kind === 'api' || kind === 'status' || kind === 'sibling' || kind === 'frame'

/** A chart's picture may stand wherever a picture can, also in `<object>` and `<iframe>`. */
const isPicture = ({ kind, path }: Pick<CanonicalUrl, 'kind' | 'path'>) =>
  kind === 'sibling' && /\.(svg|png)$/.test(path)

/** Sent with every answer whatever it is; of this host alone, for others may stand below its name. `secure` is whether the site's public origin is https. */
export const commonHeaders = (secure: boolean): RawHeaders => [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
  'Permissions-Policy',
  permissions,
  ...(secure ? ['Strict-Transport-Security', `max-age=${2 * 365 * DAY}`] : []),
]

const crossOrigin: RawHeaders = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Content-Disposition, Retry-After',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
]

/** What a browser is told before it asks from elsewhere with headers of its own, such as a conditional request. */
export const preflightHeaders = (route: Pick<CanonicalUrl, 'kind'>): RawHeaders => [
  'Allow',
  'GET, HEAD, OPTIONS',
  ...(isShared(route)
    ? [
        ...crossOrigin,
        'Access-Control-Allow-Methods',
        'GET, HEAD, OPTIONS',
        'Access-Control-Allow-Headers',
        'Accept, Content-Type, If-None-Match, If-Modified-Since, Range, X-Requested-With',
        'Access-Control-Max-Age',
        '86400',
      ]
    : []),
]

/** Who may frame the answer, read it from elsewhere, and what it may load and run itself. */
export const securityHeaders = (
  route: Pick<CanonicalUrl, 'kind' | 'path'>,
  hashed: HashedDocument | null,
): RawHeaders => {
  const framed = route.kind === 'frame' || isPicture(route)
  return [
    'Content-Security-Policy',
    hashed === null ? dataPolicy(framed) : documentPolicy(hashed, framed),
    ...(framed ? [] : ['X-Frame-Options', 'DENY']),
    ...(isShared(route) ? crossOrigin : ['Cross-Origin-Resource-Policy', 'same-origin']),
  ]
}
