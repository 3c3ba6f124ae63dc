import { createHash, randomBytes } from 'node:crypto'

/** Where the one-time nonce of a fill stood: the same length, because flight data counts its bytes. */
const constantNonce = 'sparkscope'.padEnd(32, '0')

/** One-time, of letters and digits alone, so that it is written the same in HTML, JSON and flight data. */
export const createNonce = () => randomBytes(16).toString('hex')

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export type HashedDocument = {
  readonly body: string
  /** CSP hash sources of exactly the inline scripts and styles that carried the nonce. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

const element = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1\s*>/gi

/**
 * Makes a body that was rendered under a one-time nonce the same for every reader: hashes the inline scripts and
 * styles that carry it, and takes the nonce out. An element that someone smuggled in cannot know the nonce, so it gets
 * no hash and does not run.
 */
export const hashInlineScripts = (html: string, nonce: string): HashedDocument => {
  const attribute = ` nonce="${nonce}"`
  const ours = (attributes: string) => attributes.includes(attribute)
  const settle = (text: string) => text.replaceAll(attribute, '').replaceAll(nonce, constantNonce)
  const found = [...html.matchAll(element)].filter(
    ([, , attributes = '']) => ours(attributes) && !/\ssrc=/i.test(attributes),
  )
  const hashes = (name: string) => [
    ...new Set(found.filter(([, tag]) => tag?.toLowerCase() === name).map(([, , , text = '']) => hashOf(settle(text)))),
  ]
  return { body: settle(html), scripts: hashes('script'), styles: hashes('style') }
}

/** Flight data and other text that a fill answered: the nonce replaced, nothing to hash. */
export const replaceNonce = (text: string, nonce: string) => text.replaceAll(nonce, constantNonce)

/** The policy of a document. Frames may stand anywhere; nothing else may stand in a frame at all. */
export const documentPolicy = ({ scripts, styles }: Pick<HashedDocument, 'scripts' | 'styles'>, framed: boolean) =>
  [
    `default-src 'none'`,
    ['script-src', `'self'`, ...scripts].join(' '),
    ['style-src', `'self'`, ...styles].join(' '),
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${framed ? '*' : `'none'`}`,
  ].join('; ')

/** The policy of what is no document: opened by itself it loads and runs nothing. */
export const dataPolicy = (framed: boolean) => `default-src 'none'; frame-ancestors ${framed ? '*' : `'none'`}`
