import { describe, expect, it } from 'vitest'
import { pageResponse, setPageStatus } from '@/lib/pages/response'
import { startFakeSite } from './fake-site'

const html = 'text/html; charset=utf-8'
const rsc = { rsc: '1', accept: 'text/x-component' }

describe('what a page tells the server beside its HTML', () => {
  it('is told apart among pages made at the same time, also after waiting', async () => {
    const statuses = [200, 400, 404, 503] as const
    const site = await startFakeSite(async (incoming, response) => {
      const at = Number(incoming.url?.split('/').at(-1))
      for (let turn = 0; turn < 5 + (at % 3); turn++) await new Promise(setImmediate)
      setPageStatus(statuses[at % 4] ?? 200)
      await new Promise(setImmediate)
      response.setHeader('content-type', html)
      response.end(`<p>${at}</p>`)
    })
    const all = await Promise.all(Array.from({ length: 40 }, (_, i) => site.get(`/numbers/${i}`)))
    expect(all.map(({ status }) => status)).toEqual(all.map((_, i) => statuses[i % 4]))
    expect(all.map(({ body }) => String(body))).toEqual(all.map((_, i) => `<p>${i}</p>`))
  })

  it('is the status of a document, and keeps it and the router’s data of the page from being kept', async () => {
    const site = await startFakeSite((incoming, response) => {
      setPageStatus(404)
      response.setHeader('content-type', incoming.headers.rsc ? 'text/x-component' : html)
      response.end('none')
    })
    // to a 404 the router would answer with a second request, for the document
    for (const [headers, expected] of [[{}, 404] as const, [rsc, 200] as const]) {
      const { status, headers: sent } = await site.get('/numbers/none', headers)
      expect([status, sent['cache-control'], sent.etag]).toEqual([expected, 'no-store', undefined])
    }
    expect(site.cache.count).toBe(0)
  })

  it('lets what was known before stand in for a page that cannot be made just now, in a document and for the router', async () => {
    let isWell = true
    const site = await startFakeSite((incoming, response) => {
      setPageStatus(isWell ? 200 : 503)
      response.setHeader('content-type', incoming.headers.rsc ? 'text/x-component' : html)
      response.end(isWell ? 'whole' : 'away')
    })
    for (const headers of [{}, rsc]) await site.get('/charts', headers)
    isWell = false
    site.setVersion('second')
    for (const headers of [{}, rsc]) {
      const { status, body } = await site.get('/charts', headers)
      expect([status, String(body)]).toEqual([200, 'whole'])
    }
  })

  it('names the parameters it refuses, and is asked again without repeating what they held', async () => {
    const site = await startFakeSite((incoming, response) => {
      setPageStatus(400, ['range', 'mode'])
      response.setHeader('content-type', html)
      response.end(`<p>${incoming.url}</p>`)
    })
    const { status, body } = await site.get('/charts/tvl?mode=zq7&range=zq8')
    expect([status, String(body)]).toEqual([400, '<p>/charts/tvl?range=%21&mode=%21</p>'])
    expect(site.filled).toEqual(['/charts/tvl?mode=zq7&range=zq8', '/charts/tvl?range=%21&mode=%21'])
  })

  it('cannot be told outside a request: the error says so', () => {
    expect(() => pageResponse()).toThrow('No page is being rendered')
  })
})
