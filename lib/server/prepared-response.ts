import type { CanonicalUrl } from './canonical'
import { type Bodies, compressBody, type Encoding } from './compress'
import { type HashedDocument, hashInlineScripts, replaceNonce } from './content-security-policy'
import { entityTag, tagOf } from './entity-tag'
import type { UpstreamResponse } from './fill'
import { commonHeaders, type RawHeaders, securityHeaders } from './headers'
import { cacheControl, isMarkedImmutable } from './lifetimes'
import type { PageUpstreamResponse } from './page-response-storage'
import { errorBody, isData, type RefusalStatus, type RefusedRequest } from './problem'
import type { RouteKind } from './route'

/** An answer ready to be sent, any number of times, in any encoding. */
export type PreparedResponse = {
  readonly status: number
  /** What the page answers: the router's data is sent with 200 whatever it is, for the router would load the document. */
  readonly pageStatus: number
  /** Strong, of the identity body, without quotes; empty where the answer is not to be cached. */
  readonly tag: string
  readonly bodies: Bodies
  readonly headers: Readonly<Record<Encoding, string[]>>
  /** Of the 304 that stands for each encoding. */
  readonly notModifiedHeaders: Readonly<Record<Encoding, string[]>>
  /** What it takes in memory. */
  readonly bytes: number
  /** Whether it can never change. */
  readonly immutable: boolean
}

/** Kinds of routes whose handlers may call an answer immutable. A page names the scripts of this build. */
const maybeImmutable: readonly RouteKind[] = ['api', 'frame', 'sibling']

/** Upstream headers that are passed on; all others are ours to set, or nobody's business. */
const passed = /^(location|content-disposition|content-language|retry-after|x-nextjs-.*)$/

const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value))

const passedHeaders = (filled: UpstreamResponse) =>
  Object.entries(filled.headers).flatMap(([name, value]) =>
    passed.test(name.toLowerCase()) && value !== undefined ? [name, text(value)] : [],
  )

/** Headers that the answer differs by, beside the encoding. */
const varying = (filled: UpstreamResponse) => [
  ...new Set([...text(filled.headers.vary).split(/\s*,\s*/), 'Accept-Encoding']),
]
const varyOf = (filled: UpstreamResponse) => varying(filled).filter(Boolean).join(', ')

type Parts = {
  readonly status: number
  readonly pageStatus?: number
  readonly contentType: string
  readonly headers: RawHeaders
  readonly bodies: Bodies
}

const assemble = (
  { status, pageStatus = status, contentType, headers, bodies }: Parts,
  tagged: boolean,
  immutable = false,
): PreparedResponse => {
  const tag = tagged ? tagOf(bodies.identity) : ''
  const shared = (encoding: Encoding) => [...headers, ...(tag === '' ? [] : ['ETag', entityTag(tag, encoding)])]
  const head = (encoding: Encoding) => [
    ...shared(encoding),
    ...(contentType === '' ? [] : ['Content-Type', contentType]),
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    'Content-Length',
    String((bodies[encoding] ?? bodies.identity).length),
  ]
  const each = (make: (encoding: Encoding) => string[]) => ({
    identity: make('identity'),
    gzip: make('gzip'),
    br: make('br'),
  })
  const whole = each(head)
  const notModifiedHeaders = each(shared)
  const headBytes = [...Object.values(whole), ...Object.values(notModifiedHeaders)]
    .flat()
    .reduce((sum, part) => sum + part.length, 0)
  const bodyBytes = bodies.identity.length + (bodies.gzip?.length ?? 0) + (bodies.br?.length ?? 0)
  const bytes = bodyBytes + headBytes
  return { status, pageStatus, tag, bodies, headers: whole, notModifiedHeaders, bytes, immutable }
}

/** The body without its one-time nonce, so that it is the same for every reader. */
const withoutNonce = (
  filled: UpstreamResponse,
  contentType: string,
  nonce: string,
): { body: Buffer; hashed: HashedDocument | null } => {
  if (contentType.startsWith('text/html')) {
    const hashed = hashInlineScripts(filled.body.toString('utf8'), nonce)
    return { body: Buffer.from(hashed.body), hashed }
  }
  const isFlight = contentType.startsWith('text/x-component')
  return { body: isFlight ? Buffer.from(replaceNonce(filled.body.toString('utf8'), nonce)) : filled.body, hashed: null }
}

export type Site = {
  /** Whether the public origin is https. */
  readonly secure: boolean
  /** Whether a snapshot exists: until then nothing is to be cached by anyone. */
  readonly hasSnapshot: boolean
}

/** The server's own refusal. */
export const refusalResponse = (
  status: RefusalStatus,
  route: RefusedRequest,
  site: Site,
  detail?: string,
): PreparedResponse => {
  const { contentType, body, hashed } = errorBody(status, route, detail)
  const more = [
    ...(status === 503 ? ['Retry-After', '2'] : []),
    ...(status === 405 ? ['Allow', 'GET, HEAD, OPTIONS'] : []),
    'Cache-Control',
    'no-store',
  ]
  const headers = [...commonHeaders(site.secure), ...securityHeaders(route, hashed), ...more]
  return assemble({ status, contentType, headers, bodies: { identity: body } }, false)
}

/** Data that failed without saying so in our form, or a page of which Next made an empty one: the status of our own. */
const replacedBy = (filled: UpstreamResponse, route: CanonicalUrl, contentType: string): RefusalStatus | null => {
  if (isData(route) && filled.status >= 400 && !contentType.startsWith('application/problem+json'))
    return filled.status === 404 ? 404 : filled.status < 500 ? 400 : 500
  return filled.status === 500 && contentType.startsWith('text/html') ? 500 : null
}

/**
 * Makes what the upstream answered ready to be sent: without its nonce, tagged, compressed, with our headers. What failed without
 * anything to read is replaced by a refusal of ours.
 */
export const prepareResponse = async (
  filled: PageUpstreamResponse,
  route: CanonicalUrl,
  site: Site,
  nonce: string,
): Promise<PreparedResponse> => {
  const contentType = text(filled.headers['content-type'])
  const replaced = replacedBy(filled, route, contentType)
  if (replaced !== null) return refusalResponse(replaced, route, site)
  const pageStatus = filled.status === 200 ? filled.page.status : filled.status
  const status = contentType.startsWith('text/x-component') ? filled.status : pageStatus
  const isCacheable = pageStatus === 200
  const { body, hashed } = withoutNonce(filled, contentType, nonce)
  // Some answers know only once they are made that nothing can be added to them any more: a full range of past instants.
  const pinned =
    route.pinned || (maybeImmutable.includes(route.kind) && isMarkedImmutable(text(filled.headers['cache-control'])))
  const control = isCacheable ? cacheControl({ kind: route.kind, pinned }, site.hasSnapshot) : 'no-store'
  const headers = [
    ...commonHeaders(site.secure),
    ...securityHeaders(route, hashed),
    ...passedHeaders(filled),
    ...(status === 503 && filled.headers['retry-after'] === undefined ? ['Retry-After', '5'] : []),
    'Vary',
    varyOf(filled),
    'Cache-Control',
    control,
  ]
  const bodies = await compressBody(body, contentType, route.kind === 'static' || pinned)
  return assemble(
    { status, pageStatus, contentType, headers, bodies },
    isCacheable,
    isCacheable && (pinned || route.kind === 'static'),
  )
}
