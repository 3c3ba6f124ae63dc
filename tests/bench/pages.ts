import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openBrowser, openContext } from '../support/browser'
import { kilobytes, type Row, type Section, say, times } from './table'
import type { Web } from './web'

const mostScript = 1.15
const most = { requests: 2, bytes: 15_000 }

type Weight = { readonly files: number; readonly raw: number; readonly gzip: number; readonly br: number }

const weigh = async (urls: readonly string[]): Promise<Weight> => {
  const sum = { files: urls.length, raw: 0, gzip: 0, br: 0 }
  for (const url of urls) {
    const body = Buffer.from(await (await fetch(url)).arrayBuffer())
    sum.raw += body.length
    sum.gzip += gzipSync(body).length
    sum.br += brotliCompressSync(body).length
  }
  return sum
}

/** Scripts named in the document, but for those that modern browsers skip. */
const namedIn = async (url: string): Promise<readonly string[]> => {
  const html = await (await fetch(url)).text()
  const tags = (html.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !/nomodule/i.test(tag))
  const paths = tags.flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? [])
  return [...new Set(paths)].map((path) => new URL(path, url).href)
}

/** What a browser asks for until it has nothing more to ask, with nobody touching the page. */
const askedBy = async (browser: Browser, url: string) => {
  const context = await openContext(browser)
  try {
    const page = await context.newPage()
    const all: string[] = []
    const scripts = new Set<string>()
    page.on('request', (request) => {
      all.push(request.url())
      if (request.resourceType() === 'script' || request.url().endsWith('.js')) scripts.add(request.url())
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return { all, scripts: [...scripts] }
  } finally {
    await context.close()
  }
}

const said = ({ files, gzip, br }: Weight) => `${kilobytes(gzip)} gzip, ${kilobytes(br)} br, ${files} files`

/** Goal 7: what a page makes a reader load. */
export const pagesSection = async ({ ours, peers }: Web): Promise<Section> => {
  say('Weighing what pages load…')
  const browser = await openBrowser()
  try {
    const weightOf = async (url: string) => ({
      named: await weigh(await namedIn(url)),
      idle: await weigh((await askedBy(browser, url)).scripts),
    })
    const empty = await weightOf(`${peers.url}/empty`)
    const recharts = await weightOf(`${peers.url}/recharts`)
    const rows: Row[] = []
    for (const path of ['/', '/charts/tvl', '/charts/rates', '/charts/spk-vesting', '/lend']) {
      const page = await weightOf(ours.url + path)
      const row = (what: string, kind: 'named' | 'idle'): Row => ({
        what,
        ours: said(page[kind]),
        peer: `recharts on load ${kilobytes(recharts[kind].gzip)}`,
        floor: `an empty page ${said(empty[kind])}`,
        ratio: `${times(page[kind].gzip / empty[kind].gzip)} gzip, ${times(page[kind].br / empty[kind].br)} br`,
        goal: `≤ ${mostScript}×`,
        met: page[kind].gzip <= mostScript * empty[kind].gzip,
      })
      rows.push(row(`Script of ${path}`, 'named'))
      if (page.idle.gzip > page.named.gzip) rows.push(row(`${path}, all until idle`, 'idle'))
    }
    for (const slug of ['tvl', 'rates', 'spk-vesting']) {
      const url = `${ours.url}/embed/v1/${slug}`
      const { all, scripts } = await askedBy(browser, url)
      const body = Buffer.from(await (await fetch(url)).arrayBuffer())
      const bytes = gzipSync(body).length
      const bare = gzipSync(Buffer.from(await (await fetch(`${peers.url}/bare`)).arrayBuffer())).length
      rows.push({
        what: `/embed/v1/${slug}`,
        ours: `${all.length} request, ${kilobytes(bytes)} gzip, ${scripts.length} script files`,
        peer: `recharts on load, script alone ${kilobytes(recharts.named.gzip)}`,
        floor: `tvl’s picture in a document ${kilobytes(bare)}`,
        ratio: `${(recharts.named.gzip / bytes).toFixed(0)} times less`,
        goal: `≤ ${most.requests} requests, ≤ ${most.bytes / 1000} kB`,
        met: all.length <= most.requests && bytes <= most.bytes && scripts.length === 0,
      })
    }
    return {
      title: '7 · What pages make a reader load at first',
      rows,
      notes: [
        'The empty page is a heading in a second Next application, built in this run on the same packages and served by the same server. Scripts named in the document, without those for old browsers only; what Chromium asks for until it is idle, untouched, stands in a row of its own where it is more.',
        'A frame’s few lines of script stand in the document and are among its bytes.',
      ],
    }
  } finally {
    await browser.close()
  }
}
