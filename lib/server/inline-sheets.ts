import type { UpstreamResponse } from './fill'

/** Reads a style sheet of this build by its address; null where there is none. */
export type ReadSheet = (address: string) => Promise<string | null>

const sheetLink = /<link rel="stylesheet" href="(\/_next\/static\/[\w./-]+\.css)"[^>]*>/g

/** A sheet's relative addresses are relative to itself. */
const rebase = (css: string, address: string) =>
  css.replace(
    /url\((?!["']?(?:data:|\/|[a-z]+:))(["']?)([^"')]*)\1\)/g,
    (_, _quote, to: string) => `url(${new URL(to, `http://sheet${address}`).pathname})`,
  )

/** What would end the element early cannot stand in it. */
const isInlinable = (css: string | null): css is string => css !== null && !/<\/style/i.test(css)

/** A sheet's faces that must be fetched, and the rest of it. */
const partFaces = (css: string) => {
  const faces: string[] = []
  const rest = css.replace(/@font-face\{[^}]*\}/g, (face) => {
    if (!face.includes('url(')) return face
    faces.push(face)
    return ''
  })
  return { faces: faces.join(''), rest }
}

/**
 * Writes the style sheets that a document's head names into it, under its nonce: a reader on a slow line waits for one
 * answer, not for two in a row. They stand at the end of the head, for whatever makes a preview of a link reads no more than
 * its first few kilobytes. Web fonts are named last, so that the first paint does without them. The link stays,
 * disabled and so never fetched, because React looks for it and would fetch the sheet once more. (Next's `inlineCss`
 * writes the sheet into the flight data too, and again.)
 */
export const inlineSheets = async (html: string, nonce: string, read: ReadSheet): Promise<string> => {
  const end = html.indexOf('</head>')
  if (end < 0) return html
  const head = html.slice(0, end)
  const named = [...new Set([...head.matchAll(sheetLink)].map(([, address = '']) => address))]
  const sheets = new Map<string, ReturnType<typeof partFaces>>()
  for (const address of named) {
    const css = await read(address).catch(() => null)
    if (isInlinable(css)) sheets.set(address, partFaces(rebase(css, address)))
  }
  const style = (css: string) => (css === '' ? '' : `<style nonce="${nonce}">${css}</style>`)
  const inlined = head.replace(sheetLink, (link, address: string) => {
    const sheet = sheets.get(address)
    return sheet ? link.replace('<link', '<link disabled="" media="not all"') : link
  })
  const rest = [...sheets.values()].map((sheet) => style(sheet.rest)).join('')
  const faces = style([...sheets.values()].map((sheet) => sheet.faces).join(''))
  const last = html.lastIndexOf('</body>')
  if (faces === '' || last < 0) return inlined + rest + faces + html.slice(end)
  return inlined + rest + html.slice(end, last) + faces + html.slice(last)
}

/** An upstream's answer, with its style sheets in it where it is a document. */
export const withSheets = async <F extends UpstreamResponse>(filled: F, nonce: string, read: ReadSheet): Promise<F> =>
  String(filled.headers['content-type'] ?? '').startsWith('text/html')
    ? { ...filled, body: Buffer.from(await inlineSheets(filled.body.toString('utf8'), nonce, read)) }
    : filled
