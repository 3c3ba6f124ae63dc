import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CanonicalUrl, canonicalUrl, maxUrlLength } from '@/lib/server/canonical'

const served = (target: string): CanonicalUrl => {
  const found = canonicalUrl(target)
  if (!('path' in found)) throw new Error(`${target} is not served`)
  return found
}
const urlOf = (target: string) => served(target).path + served(target).search

describe('the canonical address of a request', () => {
  it('drops parameters that the route does not know', () => {
    expect(urlOf('/?utm_source=x&fbclid=y')).toBe('/')
    expect(urlOf('/lend?utm=1&sort=lend.-supplied&x[]=2')).toBe('/lend?sort=lend.-supplied')
    expect(urlOf('/api/v1/status?a=1')).toBe('/api/v1/status')
    expect(urlOf('/_next/static/chunks/a.js?v=1')).toBe('/_next/static/chunks/a.js')
  })

  it('puts parameters in one order, and repeated filters too', () => {
    const one = urlOf('/api/v1/numbers?metric=b&chain=base&metric=a&at=5&metric=b')
    expect(one).toBe('/api/v1/numbers?at=5&chain=base&metric=a&metric=b')
    expect(urlOf(one)).toBe(one)
  })

  it('keeps every value of a parameter that means one, so that the handler can refuse it', () => {
    expect(urlOf('/charts/tvl?range=b&range=a')).toBe('/charts/tvl?range=b&range=a')
  })

  it('keeps one sort, of the shape that sorts have', () => {
    expect(urlOf('/lend?sort=a.b&sort=c.d')).toBe('/lend?sort=a.b')
    for (const bad of ['a', 'a.', '.b', 'A.b', 'a.b.c', '%3Cscript%3E.b', `a.${'b'.repeat(61)}`])
      expect([bad, urlOf(`/lend?sort=${bad}`)]).toEqual([bad, '/lend'])
  })

  it('is the same in both languages, and keeps the path as it was asked for', () => {
    expect(served('/zh-Hant/lend?x=1')).toEqual({ ...served('/lend'), path: '/zh-Hant/lend' })
    expect(served('/zh-Hant').kind).toBe('page')
    expect(urlOf('/numbers/USDC%40ALM')).toBe('/numbers/USDC%40ALM')
  })

  it('does not change when it is made canonical again, and is never longer than known parameters make it', () => {
    const query = fc.array(fc.tuple(fc.constantFrom('at', 'sort', 'utm', 'metric', '__proto__', 'dir'), fc.string()))
    fc.assert(
      fc.property(fc.constantFrom('/', '/lend', '/api/v1/numbers', '/numbers/x', '/none'), query, (path, pairs) => {
        const target = `${path}?${new URLSearchParams(pairs)}`
        fc.pre(target.length <= maxUrlLength)
        const once = served(target)
        expect(served(once.path + once.search)).toEqual(once)
        const names = [...new URLSearchParams(once.search).keys()]
        expect(names).not.toContain('utm')
        expect(names).not.toContain('__proto__')
      }),
    )
  })
})

describe('the kind of an address', () => {
  it.each([
    ['/', 'page'],
    ['/lend/ethereum/USDC', 'page'],
    ['/numbers/lend.supply-apy:ethereum:USDC', 'page'],
    ['/status', 'status'],
    ['/api/v1/status', 'status'],
    ['/api/v1/numbers', 'api'],
    ['/api/v1/numbers/x', 'api'],
    ['/api/none', 'api'],
    ['/embed/v1/tvl', 'frame'],
    ['/charts/tvl', 'page'],
    ['/charts/tvl.svg', 'sibling'],
    ['/zh-Hant/charts/tvl.png', 'sibling'],
    ['/_next/static/media/inter.woff2', 'static'],
    ['/favicon.ico', 'asset'],
    ['/sitemap.xml', 'asset'],
    ['/no/such/page', 'page'],
  ])('of %s is %s', (target, kind) => {
    expect(served(target).kind).toBe(kind)
  })

  it('is pinned by a snapshot id alone', () => {
    const id = '1333979f5f8e7d0330918bd3a79ee7e2b6d6005b64691f3c3aa2d96f0b208015'
    expect(served(`/api/v1/numbers?at=${id}`).pinned).toBe(true)
    expect(served('/api/v1/numbers?at=1764547200').pinned).toBe(false)
    expect(served(`/api/v1/numbers?at=${id}&at=${id}`).pinned).toBe(false)
    expect(served(`/method?other=${id}`).pinned).toBe(false)
  })

  it('is pinned by a state of the history, not by days alone: what was missing in them may be read later', () => {
    const days = '2026-01-01..2026-01-31'
    for (const what of [days, '1333979f5f8e7d0330918bd3a79ee7e2b6d6005b64691f3c3aa2d96f0b208015']) {
      expect(served(`/charts/tvl.json?pin=${what}@1763700000000`).pinned).toBe(true)
      expect(served(`/embed/v1/tvl?pin=${what}@1763700000000`).pinned).toBe(true)
      expect(served(`/charts/tvl?pin=${what}@1763700000000`).pinned).toBe(false)
      expect(served(`/charts/tvl.json?pin=${what}`).pinned).toBe(false)
      // what this build's scripts draw from, the next one's may not
      expect(served(`/charts/tvl.json?pin=${what}@1763700000000&frame=page`).pinned).toBe(false)
      expect(served(`/charts/tvl.json?pin=${what}@`).pinned).toBe(false)
    }
  })
})

describe('an address that is not served', () => {
  it.each([
    ['/en', '/'],
    ['/en/', '/'],
    ['/en/lend?sort=a.b&utm=1', '/lend?sort=a.b'],
    ['/en?x=1', '/'],
  ])('is moved from %s to %s', (target, moved) => {
    expect(canonicalUrl(target)).toEqual({ moved })
  })

  it.each(['/en//evil.example', '//evil.example', '/\\evil.example', '/en/\\evil.example', '/en/%2fevil.example'])(
    'is refused where %s would lead to another site',
    (target) => {
      expect(canonicalUrl(target)).toMatchObject({ refuse: 404 })
    },
  )

  it.each([
    ['/files/charts/tvl/svg', 404],
    ['/files', 404],
    ['/_next/image?url=%2Fa.png&w=64&q=75', 404],
    ['/_next/data/x.json', 404],
    ['/a/../b', 404],
    ['/a/%2e%2e/b', 404],
    ['/a%2fb', 404],
    ['/a%00', 404],
    ['/%zz', 400],
    ['http://example.org/', 400],
    ['*', 400],
  ])('is refused where it is %s, with status %i', (target, refuse) => {
    expect(canonicalUrl(target)).toMatchObject({ refuse })
  })

  it('is refused where it is too long, with status 414', () => {
    expect(canonicalUrl(`/${'a'.repeat(maxUrlLength)}`)).toMatchObject({ refuse: 414 })
  })
})
