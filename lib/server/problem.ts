import { type RefusalCode, refusals } from '../api/problem'
import { chartStyle, documentFaces } from '../charts/render/palette'
import { href, type Locale } from '../i18n/locales'
import en from '../i18n/messages/en/errors.json'
import zhHant from '../i18n/messages/zh-Hant/errors.json'
import type { CanonicalUrl } from './canonical'
import { createNonce, type HashedDocument, hashInlineScripts } from './content-security-policy'

/** Answers of the server's own, in our words alone: nothing an upstream said is in them. */
export type RefusalStatus = 400 | 404 | 405 | 414 | 500 | 503

const titled = (code: RefusalCode) => [code, refusals[code].title] as const

const titles: Readonly<Record<RefusalStatus, readonly [code: string, title: string]>> = {
  400: titled('bad-request'),
  404: ['not-found', 'There is no such path.'],
  405: titled('method-not-allowed'),
  414: titled('url-too-long'),
  500: ['internal', 'The answer could not be made.'],
  503: titled('unavailable'),
}

/** What a refusal must know of what was asked. */
export type RefusedRequest = Pick<CanonicalUrl, 'kind' | 'path'> & Partial<Pick<CanonicalUrl, 'search'>>

export type Answer = {
  readonly contentType: string
  readonly body: Buffer
  /** Of a document: what its policy lets it use. */
  readonly hashed: HashedDocument | null
}

/** Answers that programs read: the API, and a chart's data and pictures. */
export const isData = ({ kind, path }: RefusedRequest): boolean =>
  kind === 'sibling' || /^\/(zh-Hant\/)?api(\/|$)/.test(path)

const languageOf = ({ kind, path, search = '' }: RefusedRequest): Locale => {
  const chinese =
    kind === 'frame' ? new URLSearchParams(search).get('locale') === 'zh-Hant' : /^\/zh-Hant(\/|$)/.test(path)
  return chinese ? 'zh-Hant' : 'en'
}

const style =
  `${chartStyle('auto')}:root{color-scheme:light dark}*{box-sizing:border-box;margin:0}` +
  `body{font:15px/1.5 ${documentFaces};background:var(--card);color:var(--ink)}` +
  `main{max-width:75rem;margin:auto;padding:40px 24px}h1{font-size:1.5rem;line-height:1.25;margin:40px 0 8px}` +
  `p+p{margin-top:16px}.m{color:var(--muted)}.b{font-size:1.125rem;font-weight:600}.b a{text-decoration:none}.b b{color:var(--ember)}a{color:inherit}`

/**
 * A page or frame that could not be made, whole without a script or anything to fetch. Not Next's own: that is empty
 * until its script runs.
 */
const failedPage = (status: 500 | 503, refused: RefusedRequest): Answer => {
  const locale = languageOf(refused)
  const { title, sentence, what, again } = (locale === 'en' ? en : zhHant)[status === 500 ? 'error' : 'busy']
  const nonce = createNonce()
  const outside = refused.kind === 'frame' ? ' target="_blank" rel="noopener"' : ''
  const hashed = hashInlineScripts(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
      `<meta name="robots" content="noindex"><title>${title} · Sparkscope</title><style nonce="${nonce}">${style}</style></head>` +
      `<body><main><p class="b"><a href="${href(locale, '/')}"${outside}>spark<b>scope</b></a></p>` +
      `<h1>${sentence}</h1><p class="m">${what}</p><p><a href="">${again}</a></p></main></body></html>`,
    nonce,
  )
  return { contentType: 'text/html; charset=utf-8', body: Buffer.from(hashed.body), hashed }
}

/** `application/problem+json` for programs, a document for who reads a page that failed, else a plain sentence. */
export const errorBody = (status: RefusalStatus, refused: RefusedRequest, detail?: string): Answer => {
  const [code, title] = titles[status]
  if (isData(refused)) {
    const type = `/method#problem-${code}`
    const problem = { type, code, status, title, ...(detail === undefined ? {} : { detail }) }
    const body = Buffer.from(JSON.stringify(problem))
    return { contentType: 'application/problem+json; charset=utf-8', body, hashed: null }
  }
  const isPage = refused.kind === 'page' || refused.kind === 'frame' || refused.kind === 'status'
  if (isPage && (status === 500 || status === 503)) return failedPage(status, refused)
  return { contentType: 'text/plain; charset=utf-8', body: Buffer.from(`${detail ?? title}\n`), hashed: null }
}
