import { describe, expect, test } from 'vitest'
import { hashInlineScripts } from '@/lib/server/content-security-policy'
import { inlineSheets, withSheets } from '@/lib/server/inline-sheets'
import { startFakeSite } from './fake-site'

const address = '/_next/static/chunks/a1.css'
const link = `<link rel="stylesheet" href="${address}" data-precedence="next"/>`
const page = `<html><head>${link}</head><body><p>42</p></body></html>`
const css = '@font-face{src:url(../media/a.woff2)format("woff2")}p{background:url(data:,x);mask:url("/m.svg")}'

describe('style sheets in documents', () => {
  test('a sheet stands under the nonce, its link stays for React and is never fetched', async () => {
    const html = await inlineSheets(page, 'n0nce', async () => 'p{color:red}')
    expect(html).toContain('<style nonce="n0nce">p{color:red}</style>')
    expect(html).toContain('<link disabled="" media="not all" rel="stylesheet"')
    expect(hashInlineScripts(html, 'n0nce').styles).toHaveLength(1)
  })

  test('all that previews of links are made of comes before the first sheet, wherever its link stood', async () => {
    const preview = '<title>Rates</title><meta property="og:title" content="Rates"/>'
    const html = await inlineSheets(page.replace('</head>', `${preview}</head>`), 'n', async () => 'p{color:red}')
    expect(html).toContain(`${preview}<style nonce="n">p{color:red}</style></head>`)
    expect(html.indexOf('<style')).toBe(html.lastIndexOf('<style'))
  })

  test('relative addresses go on meaning what they meant in the sheet; others are left alone', async () => {
    const html = await inlineSheets(page, 'n', async () => css)
    expect(html).toContain('url(/_next/static/media/a.woff2)format')
    expect(await inlineSheets(page, 'n', async () => 'p{mask:url("./b.svg")}')).toContain(
      'url(/_next/static/chunks/b.svg)',
    )
    expect(html).toContain('url(data:,x)')
    expect(html).toContain('url("/m.svg")')
  })

  test('fonts to be fetched are named last, those of the machine first', async () => {
    const local = '@font-face{font-family:b;src:local(Arial)}'
    const html = await inlineSheets(page, 'n', async () => `${local}${css}`)
    expect(html.indexOf('local(Arial)')).toBeLessThan(html.indexOf('</head>'))
    expect(html).toMatch(/<\/p><style nonce="n">@font-face\{src:url[^<]*\}<\/style><\/body>/)
    expect(hashInlineScripts(html, 'n').styles).toHaveLength(2)
  })

  test('a sheet that cannot be read, or would end its element early, is left to its link', async () => {
    expect(await inlineSheets(page, 'n', async () => null)).toBe(page)
    expect(await inlineSheets(page, 'n', () => Promise.reject(new Error('too slow')))).toBe(page)
    expect(await inlineSheets(page, 'n', async () => 'p::after{content:"</STYLE>"}')).toBe(page)
  })

  test('what a body says is no link, nor is any other sheet', async () => {
    const body = `<html><head><link rel="stylesheet" href="https://x.test/a.css"/></head><body>${link}</body></html>`
    expect(await inlineSheets(body, 'n', async () => 'p{}')).toBe(body)
    expect(await inlineSheets('no head', 'n', async () => 'p{}')).toBe('no head')
  })

  test('only documents are looked into', async () => {
    const filled = { status: 200, headers: { 'content-type': 'text/x-component' }, body: Buffer.from(page) }
    expect(await withSheets(filled, 'n', async () => 'p{}')).toBe(filled)
  })

  test('the server reads a sheet once for all pages and lets it stand by its hash', async () => {
    const site = await startFakeSite((request, response) => {
      const isSheet = request.url === address
      response.setHeader('content-type', isSheet ? 'text/css' : 'text/html; charset=utf-8')
      response.end(isSheet ? 'p{color:red}' : page)
    })
    const first = await site.get('/')
    await site.get('/lend')
    expect(first.body.toString()).toContain('<style>p{color:red}</style>')
    expect(first.headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-[^']+';/)
    expect(site.filled.filter((url) => url === address)).toHaveLength(1)
  })
})
