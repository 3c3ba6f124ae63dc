import { describe, expect, it } from 'vitest'
import { chainSlugs } from '@/lib/chains'
import { pageResponse, setPageStatus } from '@/lib/pages/response'
import { chainsWaiting } from '@/lib/server/readiness'
import type { Snapshot } from '@/lib/snapshot/types'
import { pageUpstream, startFakeSite } from './fake-site'

describe('a request that no page answers', () => {
  it('is moved to the unprefixed address where it begins with /en', async () => {
    const site = await startFakeSite(pageUpstream)
    const answer = await site.get('/en/lend?sort=a.b')
    expect([answer.status, answer.headers.location]).toEqual([308, '/lend?sort=a.b'])
    expect(site.filled).toEqual([])
  })

  it('gets 404 for a file and 414 for an endless address, without asking Next', async () => {
    const site = await startFakeSite(pageUpstream)
    expect((await site.get('/files/charts/tvl/svg')).status).toBe(404)
    expect((await site.get(`/?q=${'a'.repeat(3000)}`)).status).toBe(414)
    const problem = await site.get(`/api/v1/numbers?metric=${'a'.repeat(3000)}`)
    expect([problem.status, problem.headers['content-type']]).toEqual([414, 'application/problem+json; charset=utf-8'])
    expect(problem.headers['access-control-allow-origin']).toBe('*')
    expect(site.filled).toEqual([])
  })

  it('gets 431 where its headers are too large, and the server goes on', async () => {
    const site = await startFakeSite(pageUpstream)
    expect((await site.get('/', { cookie: 'a'.repeat(20_000) })).status).toBe(431)
    expect((await site.get('/')).status).toBe(200)
  })
})

describe('a page that does not exist', () => {
  it('is a 404 with its whole body, where the page says so, and is not kept', async () => {
    const mark = '<meta name="status" content="404"/>'
    const site = await startFakeSite((incoming, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      if (incoming.url === '/none') setPageStatus(404)
      response.end(incoming.url === '/none' ? '<p>none</p>' : `<head>${mark}</head><p>${mark}</p>`)
    })
    const none = await site.get('/none')
    expect([none.status, none.headers['cache-control']]).toEqual([404, 'no-store'])
    expect(String(none.body)).toContain('<p>none</p>')
    expect((await site.get('/method')).status).toBe(200)
    expect(site.cache.count).toBe(1)
  })
})

describe('a page asked to sort by what it has no column of', () => {
  it('is the page as it stands, and says nothing of what was asked', async () => {
    const site = await startFakeSite((incoming, response) => {
      if (incoming.url === '/lend?sort=lend.-supplied') pageResponse().applied.add('sort')
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<p>${incoming.url}</p>`)
    })
    expect(String((await site.get('/lend?sort=lend.-supplied')).body)).toContain('lend.-supplied')
    const nonsense = await site.get('/lend?sort=lend.zq7')
    expect([nonsense.status, String(nonsense.body).includes('zq7')]).toEqual([200, false])
    expect(site.filled).toEqual(['/lend?sort=lend.-supplied', '/lend?sort=lend.zq7', '/lend'])
  })
})

describe('a page that Next fails to make', () => {
  it('is answered in our own words, without any of its own', async () => {
    const site = await startFakeSite(() => {
      throw new Error('https://node.example/secret-key refused')
    })
    const [page, api] = [await site.get('/'), await site.get('/api/v1/numbers')]
    expect([page.status, api.status]).toEqual([500, 500])
    expect(String(page.body)).toContain('<h1>This page could not be produced.</h1>')
    expect(String((await site.get('/zh-Hant/lend')).body)).toContain('<html lang="zh-Hant">')
    expect(String((await site.get('/embed/v1/tvl?locale=zh-Hant')).body)).toContain('<html lang="zh-Hant">')
    expect(JSON.parse(String((await site.get('/charts/tvl.png')).body))).toMatchObject({ code: 'internal' })
    expect(JSON.parse(String(api.body))).toMatchObject({ status: 500, code: 'internal' })
    expect(`${page.body}${api.body}${site.failures.join()}`).not.toContain('secret-key')
    expect(site.failures[0]).toContain('/: Error')
  })

  it("is replaced by a problem under /api, where a handler's own problem is kept", async () => {
    const own = JSON.stringify({ code: 'unknown-number', status: 404 })
    const site = await startFakeSite((incoming, response) => {
      const isOwn = incoming.url === '/api/v1/numbers/x'
      response.writeHead(404, { 'content-type': isOwn ? 'application/problem+json' : 'text/html' })
      response.end(isOwn ? own : '<h1>Next says no</h1>')
    })
    expect(JSON.parse(String((await site.get('/api/none')).body))).toMatchObject({ status: 404, code: 'not-found' })
    expect(String((await site.get('/api/v1/numbers/x')).body)).toBe(own)
  })

  it('is given up when it takes too long, is told so, and is asked again next time', async () => {
    let closed = 0
    const site = await startFakeSite(
      (incoming, response) => {
        response.on('close', () => {
          closed += response.writableFinished ? 0 : 1
        })
        return site.filled.length > 1 ? pageUpstream(incoming, response) : undefined
      },
      { fillSeconds: 0.05 },
    )
    const slow = await site.get('/')
    expect([slow.status, slow.headers['retry-after'], closed]).toEqual([503, '2', 1])
    expect(String(slow.body)).toContain('<h1>This page could not be produced in time.</h1>')
    expect((await site.get('/')).status).toBe(200)
  })

  it('is replaced by a page that can be read where Next answers an empty one, under a policy that lets it look so', async () => {
    const site = await startFakeSite((_, response) => {
      response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
      response.end('<html id="__next_error__"><body></body></html>')
    })
    const { status, headers, body } = await site.get('/zh-Hant/spk')
    expect([status, headers['cache-control']]).toEqual([500, 'no-store'])
    expect(String(body)).toContain('<h1>這個頁面無法產生。</h1>')
    expect(headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-/)
    expect(String(body)).not.toContain('nonce')
  })

  it('goes unnoticed by whoever asks for what was answered before', async () => {
    let isWell = true
    const site = await startFakeSite((incoming, response) => {
      if (!isWell) throw new Error('defect')
      return pageUpstream(incoming, response)
    })
    const before = await site.get('/')
    isWell = false
    site.setVersion('second')
    for (const seconds of [0, 1, 5, 3600]) {
      site.pass(seconds)
      expect((await site.get('/')).headers.etag).toBe(before.headers.etag)
    }
    // once at first, then not within two seconds
    expect(site.failures).toHaveLength(3)
    expect((await site.get('/lend')).status).toBe(500)
    isWell = true
    site.pass(3)
    expect((await site.get('/')).status).toBe(200)
  })

  it('is given up when it hangs up half-way', async () => {
    const site = await startFakeSite((_, response) => {
      response.write('half')
      response.destroy()
    })
    expect((await site.get('/')).status).toBe(503)
    expect(site.cache.count).toBe(0)
  })

  it('may write much at once and wait for room, as Next does', async () => {
    const chunk = Buffer.alloc(200_000, 'a')
    const site = await startFakeSite(async (_, response) => {
      for (let index = 0; index < 5; index += 1) {
        if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve))
      }
      response.end()
    })
    expect((await site.get('/')).body).toHaveLength(1_000_000)
  })
})

describe('the health of the server', () => {
  it('is good as soon as it listens, and ready once every chain has been observed', async () => {
    let waiting: readonly string[] = ['gnosis']
    const site = await startFakeSite(pageUpstream, { waiting: () => waiting })
    expect((await site.get('/healthz')).status).toBe(200)
    const early = await site.get('/readyz')
    expect([early.status, JSON.parse(String(early.body))]).toEqual([503, { ready: false, waiting: ['gnosis'] }])
    waiting = []
    const late = await site.get('/readyz')
    expect([late.status, JSON.parse(String(late.body))]).toEqual([200, { ready: true, waiting: [] }])
    expect(late.headers['cache-control']).toBe('no-store')
    expect(site.filled).toEqual([])
  })

  it('waits for chains not read yet, and not for one that was tried and failed', () => {
    const number = (chain: Snapshot['numbers'][number]['chain'], code?: 'not-read' | 'timeout') => ({
      ...{
        id: `m:${chain}:K`,
        metric: 'm',
        chain,
        key: 'K',
        value: null,
        unit: 'usd',
        class: 'onchain',
        methodVersion: 1,
      },
      ...(code === undefined ? { status: 'absent' } : { status: 'failed', code }),
    })
    const snapshotOf = (numbers: readonly object[], asOf: object = { ethereum: {} }) =>
      ({ numbers, asOf }) as unknown as Snapshot
    expect(chainsWaiting(null)).toEqual(chainSlugs)
    const tried = chainSlugs.map((slug) => number(slug, 'timeout'))
    expect(chainsWaiting(snapshotOf(tried))).toEqual([])
    expect(chainsWaiting(snapshotOf(tried, {})), 'none could be read').toEqual(chainSlugs)
    const partly = [number('ethereum'), number('gnosis', 'not-read'), number('all')]
    expect(chainsWaiting(snapshotOf(partly))).toEqual(chainSlugs.filter((slug) => slug !== 'ethereum'))
  })
})
