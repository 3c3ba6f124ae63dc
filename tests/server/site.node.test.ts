import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageUpstream, startFakeSite } from './fake-site'

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the body of an answer', () => {
  it('is the same bytes in brotli, gzip and uncompressed, each prepared once', async () => {
    const site = await startFakeSite(pageUpstream)
    const plain = await site.get('/')
    const zipped = await site.get('/', { 'accept-encoding': 'gzip, deflate' })
    const brotli = await site.get('/', { 'accept-encoding': 'gzip, deflate, br;q=0.5' })
    const refused = await site.get('/', { 'accept-encoding': 'br;q=0, gzip;q=0.0' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(refused.headers['content-encoding']).toBeUndefined()
    expect(gunzipSync(zipped.body)).toEqual(plain.body)
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
    expect(refused.body).toEqual(plain.body)
    expect(brotli.body.length).toBeLessThan(plain.body.length / 4)
    for (const answer of [plain, zipped, brotli]) {
      expect(answer.headers.vary).toBe('rsc, next-router-state-tree, Accept-Encoding')
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length)
    }
    expect(site.filled).toEqual(['/'])
  })

  it('is left as it is where it is small or compressed already', async () => {
    const site = await startFakeSite((incoming, response) => {
      response.setHeader('content-type', incoming.url === '/a.png' ? 'image/png' : 'text/plain')
      response.end(incoming.url === '/a.png' ? Buffer.alloc(5000) : 'small')
    })
    for (const path of ['/a.png', '/method']) {
      const answer = await site.get(path, { 'accept-encoding': 'br' })
      expect([path, answer.headers['content-encoding']]).toEqual([path, undefined])
    }
  })
})

describe('entity tags', () => {
  it('are strong, stand for exact bytes, and answer 304 with the same policy', async () => {
    const site = await startFakeSite(pageUpstream)
    const tags = await Promise.all(
      ['', 'gzip', 'br'].map(async (accept) => {
        const { headers } = await site.get('/', { 'accept-encoding': accept })
        return headers.etag ?? ''
      }),
    )
    expect(new Set(tags).size).toBe(3)
    for (const tag of tags) {
      expect(tag).toMatch(/^"[A-Za-z0-9_-]{27}(-gz|-br)?"$/)
      for (const sent of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const answer = await site.get('/', { 'if-none-match': sent, 'accept-encoding': 'br' })
        expect(answer.status).toBe(304)
        expect(answer.body).toHaveLength(0)
        expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
        expect(answer.headers['cache-control']).toContain('max-age')
      }
    }
    expect((await site.get('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('are those of the same content in another process', async () => {
    const [one, other] = [await startFakeSite(pageUpstream), await startFakeSite(pageUpstream)]
    const host = { host: 'spark.example' }
    const [first, second] = [await one.get('/', host), await other.get('/', host)]
    expect(second.headers.etag).toBe(first.headers.etag)
    expect(second.body).toEqual(first.body)
  })
})

describe('a method other than GET', () => {
  it('is answered like GET without the body where it is HEAD', async () => {
    const site = await startFakeSite(pageUpstream)
    const head = await site.get('/', {}, 'HEAD')
    const whole = await site.get('/')
    expect(head.body).toHaveLength(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
    expect(site.filled).toEqual(['/'])
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('is refused where it is %s', async (method) => {
    const site = await startFakeSite(pageUpstream)
    const answer = await site.get('/api/v1/numbers', {}, method)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(JSON.parse(String(answer.body))).toMatchObject({ status: 405, code: 'method-not-allowed' })
    expect(site.filled).toEqual([])
  })
})

describe('a question from another site', () => {
  const shared = [
    '/api/v1/numbers',
    '/api/v1/status',
    '/api/oembed?url=x',
    '/charts/tvl.csv',
    '/embed/v1/tvl',
    '/embed.js',
  ]

  it.each(shared)('is answered before it is asked: %s', async (path) => {
    const site = await startFakeSite(pageUpstream)
    const { status, headers, body } = await site.get(
      path,
      {
        origin: 'https://news.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
      'OPTIONS',
    )
    expect([status, body.length]).toEqual([204, 0])
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
    expect(headers['access-control-allow-headers']).toContain('If-None-Match')
    expect(site.filled).toEqual([])
  })

  it('can be conditional: the tag is exposed, and 304 may be read as the answer may', async () => {
    const site = await startFakeSite(pageUpstream)
    const first = await site.get('/embed/v1/tvl', { origin: 'https://news.example' })
    expect(first.headers['access-control-expose-headers']).toContain('ETag')
    const again = await site.get('/embed/v1/tvl', {
      origin: 'https://news.example',
      'if-none-match': first.headers.etag ?? '',
    })
    expect(again.status).toBe(304)
    expect(again.headers['access-control-allow-origin']).toBe('*')
    expect(again.headers['access-control-expose-headers']).toContain('ETag')
  })

  it('is not let in to a page', async () => {
    const site = await startFakeSite(pageUpstream)
    for (const path of ['/', '/lend', '/files/x']) {
      const { status, headers } = await site.get(path, { origin: 'https://news.example' }, 'OPTIONS')
      expect([path, status, headers['access-control-allow-origin']]).toEqual([path, 204, undefined])
      expect(headers.allow).toBe('GET, HEAD, OPTIONS')
    }
  })
})

describe('the policy of a page', () => {
  it('holds the hashes of exactly our inline scripts, as a browser reads them', async () => {
    const site = await startFakeSite(pageUpstream)
    const { headers, body } = await site.get('/')
    const scripts = [...String(body).matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
    const [planted = '', flight = ''] = scripts
    expect(flight).toContain('__next_f')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain(`script-src 'self' ${sha(flight)};`)
    expect(policy).not.toContain(sha(planted))
    expect(policy).not.toMatch(/unsafe|nonce|\*/)
    expect(String(body)).not.toMatch(/nonce="/)
  })

  it('lets nobody frame anything but frames and pictures', async () => {
    const site = await startFakeSite(pageUpstream, { siteUrl: 'https://spark.example' })
    for (const path of ['/', '/lend', '/api/v1/numbers', '/charts/tvl.csv', '/files/x', '/healthz?x', '/en/lend']) {
      const { headers } = await site.get(path)
      expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff'])
      // of this host alone: others may stand below its name
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d+$/)
      if (path === '/healthz?x' || path === '/en/lend') continue
      expect([path, headers['x-frame-options']]).toEqual([path, 'DENY'])
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
    for (const path of ['/charts/tvl.svg', '/zh-Hant/charts/tvl.png']) {
      const { headers } = await site.get(path)
      expect([path, headers['x-frame-options']]).toEqual([path, undefined])
      expect(headers['content-security-policy']).toContain('frame-ancestors *')
    }
    const frame = await site.get('/embed/v1/tvl')
    expect(frame.headers['x-frame-options']).toBeUndefined()
    expect(frame.headers['content-security-policy']).toContain('frame-ancestors *')
    expect(frame.headers['cross-origin-resource-policy']).toBe('cross-origin')
  })
})

describe('the response cache', () => {
  it('fills once for equal requests that come together', async () => {
    let answerAll = () => {}
    const gate = new Promise<void>((resolve) => {
      answerAll = resolve
    })
    const site = await startFakeSite(async (incoming, response) => {
      await gate
      await pageUpstream(incoming, response)
    })
    const many = Array.from({ length: 20 }, (_, index) => site.get(`/lend?utm=${index}`))
    while (site.filled.length === 0) await new Promise(setImmediate)
    answerAll()
    const answers = await Promise.all(many)
    expect(site.filled).toEqual(['/lend'])
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1)
  })

  it('goes on filling for the others when one reader leaves', async () => {
    let answerAll = () => {}
    const gate = new Promise<void>((resolve) => {
      answerAll = resolve
    })
    let aborted = false
    const site = await startFakeSite(async (incoming, response) => {
      response.on('close', () => {
        aborted ||= !response.writableFinished
      })
      await gate
      await pageUpstream(incoming, response)
    })
    const leaving = request({ host: '127.0.0.1', port: site.port, path: '/' })
    const left = new Promise((resolve) => leaving.on('error', resolve))
    leaving.end()
    while (site.filled.length === 0) await new Promise(setImmediate)
    leaving.destroy()
    await left
    const staying = site.get('/')
    answerAll()
    expect((await staying).status).toBe(200)
    expect(site.filled).toEqual(['/'])
    expect(aborted).toBe(false)
  })

  it('makes live answers anew with each snapshot and after a while, pinned ones never', async () => {
    const site = await startFakeSite(pageUpstream)
    const pinned = `/api/v1/numbers?at=${'ab'.repeat(32)}`
    const ask = async () => {
      await site.get('/')
      expect((await site.get(pinned)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    }
    await ask()
    await ask()
    expect(site.filled).toEqual(['/', pinned])
    site.setVersion('second')
    await ask()
    expect(site.filled).toEqual(['/', pinned, '/'])
    site.pass(16)
    await ask()
    expect(site.filled).toEqual(['/', pinned, '/', '/'])
  })

  it('lets no client keep anything before the first snapshot', async () => {
    const site = await startFakeSite(pageUpstream)
    site.setVersion(null)
    expect((await site.get('/')).headers['cache-control']).toBe('no-store')
    site.setVersion('first')
    expect((await site.get('/')).headers['cache-control']).toBe('public, max-age=10, stale-while-revalidate=60')
    expect(site.filled).toHaveLength(2)
  })

  it('keeps only answers with status 200', async () => {
    const site = await startFakeSite((_, response) => {
      response.statusCode = 404
      response.end('no such page')
    })
    for (const path of ['/none', '/none', '/lend?at=x']) {
      const answer = await site.get(path)
      expect([answer.status, answer.headers.etag, answer.headers['cache-control']]).toEqual([
        404,
        undefined,
        'no-store',
      ])
    }
    expect(site.filled).toHaveLength(3)
    expect([site.cache.count, site.cache.bytes]).toEqual([0, 0])
  })

  it('does not grow by what a visitor invents, and keeps the common pages through a flood of open ones', async () => {
    const site = await startFakeSite(pageUpstream, { maxBytes: 200_000 })
    await site.get('/')
    const invented = fc.sample(fc.webQueryParameters(), { numRuns: 100, seed: 7 })
    for (const query of invented) await site.get(`/?${encodeURI(query).slice(0, 500)}`)
    expect([site.filled, site.cache.count]).toEqual([['/'], 1])
    for (let index = 0; index < 120; index += 1) await site.get(`/numbers/n${index}?at=${index}`)
    expect(site.cache.bytes).toBeLessThanOrEqual(200_000)
    const before = site.filled.length
    await site.get('/')
    expect(site.filled).toHaveLength(before)
  })

  it("tells Next's own requests apart from documents, and from each other", async () => {
    const site = await startFakeSite((incoming, response) => {
      response.setHeader('content-type', incoming.headers.rsc ? 'text/x-component' : 'text/html')
      response.end(JSON.stringify(incoming.headers))
    })
    await site.get('/lend')
    const flight = { rsc: '1', 'next-router-state-tree': 'a' }
    const one = await site.get('/lend?_rsc=abc&utm=1', flight)
    expect(one.headers['content-type']).toBe('text/x-component')
    expect(String(one.body)).toMatch(/'nonce-sparkscope0+'/)
    await site.get('/lend?_rsc=abc', { ...flight, 'next-router-prefetch': '1' })
    await site.get('/lend?_rsc=abc', { ...flight, cookie: 'a=1', 'x-forwarded-host': 'evil.example' })
    expect(site.filled).toEqual(['/lend', '/lend?_rsc=abc', '/lend?_rsc=abc'])
  })
})

describe('the Host header', () => {
  it('never reaches a kept body, unless it is this very server on loopback', async () => {
    const site = await startFakeSite((incoming, response) => {
      response.setHeader('content-type', 'text/plain')
      response.end(`${incoming.headers.host} ${incoming.headers['x-site-origin'] ?? 'none'}`)
    })
    const own = `localhost:${site.port}`
    const said = async (host: string) => String((await site.get('/', { host, 'x-site-origin': 'http://evil' })).body)
    expect(await said(own)).toBe(`${own} http://${own}`)
    for (const host of ['evil.example', 'localhost:1', `localhost.evil.example:${site.port}`]) {
      expect(await said(host)).toBe('localhost none')
    }
    expect(site.filled).toHaveLength(2)
  })

  it('changes nothing where the public origin is given', async () => {
    const site = await startFakeSite(pageUpstream, { siteUrl: 'https://spark.example' })
    const one = await site.get('/', { host: 'evil.example' })
    expect(String(one.body)).toContain('<p>spark.example</p>')
    await site.get('/', { host: `localhost:${site.port}` })
    expect(site.filled).toHaveLength(1)
  })
})
