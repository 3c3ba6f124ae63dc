import { expect, it } from 'vitest'
import { immutableHeader } from '@/lib/server/lifetimes'
import { startFakeSite } from './fake-site'

const upstream =
  (immutable: boolean): Parameters<typeof startFakeSite>[0] =>
  (incoming, response) => {
    response.setHeader('content-type', 'application/json')
    if (immutable) response.setHeader('cache-control', immutableHeader['cache-control'])
    response.end(JSON.stringify({ asked: incoming.url }))
  }

const range = '/api/v1/series?every=1d&from=2026-01-01&number=lend.supplied%3Aethereum%3AUSDC&to=2026-01-31'

it('keeps a range of the past for ever once its handler says that nothing is missing, and only then', async () => {
  for (const immutable of [true, false]) {
    const site = await startFakeSite(upstream(immutable))
    const first = await site.get(range)
    site.setVersion('second')
    site.pass(3_600)
    const second = await site.get(range)
    expect(second.body).toEqual(first.body)
    expect(second.headers.etag).toBe(first.headers.etag)
    expect(site.filled).toHaveLength(immutable ? 1 : 2)
    expect(/immutable/.test(second.headers['cache-control'] ?? '')).toBe(immutable)
  }
})

it('never keeps a page for ever, because its scripts belong to one build', async () => {
  const site = await startFakeSite(upstream(true))
  await site.get('/method')
  site.setVersion('second')
  expect((await site.get('/method')).headers['cache-control']).not.toContain('immutable')
  expect(site.filled).toHaveLength(2)
})
