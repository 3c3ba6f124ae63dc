import { createHash } from 'node:crypto'
import type { Canonical } from './canonical'
import { type Bodies, compressBody, type Encoding } from './compress'
import { type Sealed, sealHtml, sealText } from './csp'
import type { Filled } from './fill'
import { cacheControl, commonHeaders, guardHeaders, type RawHeaders } from './headers'
import type { FilledPage } from './page-response-storage'
import { isData, type Refusal, type Refused, refusalBody } from './problem'

/** An answer ready to be sent, any number of times, in any encoding. */
export type Ready = {
  readonly status: number
  /** What the page answers: the router's data is sent with 200 whatever it is, for the router would load the document. */
  readonly pageStatus: number
  /** Strong, of the identity body, without quotes; empty where the answer is not to be kept. */
  readonly tag: string
  readonly bodies: Bodies
  readonly heads: Readonly<Record<Encoding, string[]>>
  /** Heads of the 304 that stands for each encoding. */
  readonly unchanged: Readonly<Record<Encoding, string[]>>
  /** What it takes in memory. */
  readonly bytes: number
  /** Whether it can never change. */
  readonly lasting: boolean
}

const suffix: Readonly<Record<Encoding, string>> = { identity: '', gzip: '-gz', br: '-br' }

/** The entity tag of one encoding: a strong tag names exact bytes, so each encoding has its own. */
export const entityTag = (tag: string, encoding: Encoding) => `"${tag}${suffix[encoding]}"`

/** Whether `If-None-Match` names the body, in whatever encoding the reader holds it. */
export const isUnchanged = (ifNoneMatch: string | undefined, tag: string): boolean => {
  if (ifNoneMatch === undefined || tag === '') return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((each) => {
    const named = each.trim().replace(/^W\//, '')
    return Object.values(suffix).some((ending) => named === `"${tag}${ending}"`)
  })
}

/** What may say of itself that it lasts. A page names the scripts of this build. */
const shared = /^(api|frame|sibling)$/

/** Upstream headers that are passed on; all others are ours to set, or nobody's business. */
const passed = /^(location|content-disposition|content-language|retry-after|x-nextjs-.*)$/

const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value))

const passedHeaders = (filled: Filled) =>
  Object.entries(filled.headers).flatMap(([name, value]) =>
    passed.test(name.toLowerCase()) && value !== undefined ? [name, text(value)] : [],
  )

/** Headers that the answer differs by, beside the encoding. */
const varying = (filled: Filled) => [...new Set([...text(filled.headers.vary).split(/\s*,\s*/), 'Accept-Encoding'])]
const varyOf = (filled: Filled) => varying(filled).filter(Boolean).join(', ')

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
  lasting = false,
): Ready => {
  const tag = tagged ? createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 27) : ''
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
  const heads = each(head)
  const unchanged = each(shared)
  const headBytes = [...Object.values(heads), ...Object.values(unchanged)]
    .flat()
    .reduce((sum, part) => sum + part.length, 0)
  const bodyBytes = bodies.identity.length + (bodies.gzip?.length ?? 0) + (bodies.br?.length ?? 0)
  return { status, pageStatus, tag, bodies, heads, unchanged, bytes: bodyBytes + headBytes, lasting }
}

const seal = (filled: Filled, contentType: string, nonce: string): { body: Buffer; sealed: Sealed | null } => {
  if (contentType.startsWith('text/html')) {
    const sealed = sealHtml(filled.body.toString('utf8'), nonce)
    return { body: Buffer.from(sealed.body), sealed }
  }
  const isFlight = contentType.startsWith('text/x-component')
  return { body: isFlight ? Buffer.from(sealText(filled.body.toString('utf8'), nonce)) : filled.body, sealed: null }
}

export type Site = {
  /** Whether the public origin is https. */
  readonly secure: boolean
  /** Whether a snapshot exists: until then nothing is to be kept by anyone. */
  readonly settled: boolean
}

/** The server's own refusal. */
export const refuse = (status: Refusal, route: Refused, site: Site, detail?: string): Ready => {
  const { contentType, body, sealed } = refusalBody(status, route, detail)
  const more = [
    ...(status === 503 ? ['Retry-After', '2'] : []),
    ...(status === 405 ? ['Allow', 'GET, HEAD'] : []),
    'Cache-Control',
    'no-store',
  ]
  const headers = [...commonHeaders(site.secure), ...guardHeaders(route, sealed), ...more]
  return assemble({ status, contentType, headers, bodies: { identity: body } }, false)
}

/** Data that failed without saying so in our form, or a page of which Next made an empty one: the status of our own. */
const replacedBy = (filled: Filled, route: Canonical, contentType: string): Refusal | null => {
  if (isData(route) && filled.status >= 400 && !contentType.startsWith('application/problem+json'))
    return filled.status === 404 ? 404 : filled.status < 500 ? 400 : 500
  return filled.status === 500 && contentType.startsWith('text/html') ? 500 : null
}

/**
 * Makes what the upstream answered ready to send: sealed, tagged, compressed, with our headers. What failed without
 * anything to read is replaced by a refusal of ours.
 */
export const prepare = async (filled: FilledPage, route: Canonical, site: Site, nonce: string): Promise<Ready> => {
  const contentType = text(filled.headers['content-type'])
  const replaced = replacedBy(filled, route, contentType)
  if (replaced !== null) return refuse(replaced, route, site)
  const pageStatus = filled.status === 200 ? filled.page.status : filled.status
  const status = contentType.startsWith('text/x-component') ? filled.status : pageStatus
  const kept = pageStatus === 200
  const { body, sealed } = seal(filled, contentType, nonce)
  // Some answers know only once they are made that nothing can be added to them any more: a full range of past instants.
  const pinned = route.pinned || (shared.test(route.kind) && /immutable/.test(text(filled.headers['cache-control'])))
  const control = kept ? cacheControl({ kind: route.kind, pinned }, site.settled) : 'no-store'
  const headers = [
    ...commonHeaders(site.secure),
    ...guardHeaders(route, sealed),
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
    kept,
    kept && (pinned || route.kind === 'static'),
  )
}
