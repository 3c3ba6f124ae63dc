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
export const securityHeaders = (route: Pick<CanonicalUrl, 'kind'>, hashed: HashedDocument | null): RawHeaders => {
  const framed = route.kind === 'frame'
  return [
    'Content-Security-Policy',
    hashed === null ? dataPolicy(framed) : documentPolicy(hashed, framed),
    ...(framed ? [] : ['X-Frame-Options', 'DENY']),
    ...(isShared(route) ? crossOrigin : ['Cross-Origin-Resource-Policy', 'same-origin']),
  ]
}
