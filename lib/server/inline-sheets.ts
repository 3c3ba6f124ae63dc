import type { Filled } from './fill'

/** Reads a style sheet of this build by its address; null where there is none. */
export type ReadSheet = (address: string) => Promise<string | null>

const sheetLink = /<link rel="stylesheet" href="(\/_next\/static\/[\w./-]+\.css)"[^>]*>/g

/** A sheet's relative addresses are relative to itself. */
const rebase = (css: string, address: string) =>
  css.replace(
    /url\((?!["']?(?:data:|\/|[a-z]+:))([^)]*)\)/g,
    (_, to: string) => `url(${new URL(to, `http://sheet${address}`).pathname})`,
  )

/** What would end the element early cannot stand in it. */
const isInlinable = (css: string | null): css is string => css !== null && !/<\/style/i.test(css)

/**
 * Writes the style sheets that a document's head names into it, under its nonce: a reader on a slow line waits for one
 * answer, not for two in a row. The link stays, disabled and so never fetched, because React looks for it and would
 * fetch the sheet once more. (Next's `inlineCss` writes the sheet into the flight data too, and again.)
 */
export const inlineSheets = async (html: string, nonce: string, read: ReadSheet): Promise<string> => {
  const end = html.indexOf('</head>')
  if (end < 0) return html
  const head = html.slice(0, end)
  const named = [...new Set([...head.matchAll(sheetLink)].map(([, address = '']) => address))]
  const sheets = new Map(
    await Promise.all(named.map(async (address) => [address, await read(address).catch(() => null)] as const)),
  )
  const inlined = head.replace(sheetLink, (link, address: string) => {
    const css = sheets.get(address) ?? null
    return isInlinable(css)
      ? `<style nonce="${nonce}">${rebase(css, address)}</style>${link.replace(/^<link/, '<link disabled="" media="not all"')}`
      : link
  })
  return inlined + html.slice(end)
}

/** An upstream's answer, with its style sheets in it where it is a document. */
export const withSheets = async (filled: Filled, nonce: string, read: ReadSheet): Promise<Filled> =>
  String(filled.headers['content-type'] ?? '').startsWith('text/html')
    ? { ...filled, body: Buffer.from(await inlineSheets(filled.body.toString('utf8'), nonce, read)) }
    : filled
