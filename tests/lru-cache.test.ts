import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LruCache } from '@/lib/lru-cache'

describe('an LRU cache', () => {
  it('never holds more than it may, whatever is put into it', () => {
    const put = fc.tuple(fc.string({ maxLength: 20 }), fc.integer({ min: 0, max: 5000 }))
    fc.assert(
      fc.property(fc.array(put, { maxLength: 200 }), (puts) => {
        const cache = new LruCache<string, number>({ max: 20_000, sizeOf: (bytes, key) => bytes + key.length })
        for (const [key, bytes] of puts) {
          cache.set(key, bytes)
          expect(cache.size).toBeLessThanOrEqual(20_000)
          expect(cache.get(key)).toBe(bytes)
        }
        for (const [key] of puts) cache.delete(key)
        expect([cache.size, cache.count]).toEqual([0, 0])
      }),
    )
  })

  it('counts entries where no size is given', () => {
    const cache = new LruCache<number, string>({ max: 3 })
    for (let n = 0; n < 10; n++) cache.set(n, `value ${n}`)
    expect([...cache.values()]).toEqual(['value 7', 'value 8', 'value 9'])
    expect([cache.size, cache.count]).toEqual([3, 3])
  })

  it('evicts the least recently used entry first', () => {
    const cache = new LruCache<string, number>({ max: 7 })
    for (const key of 'abcdefg') cache.set(key, 1)
    expect(cache.get('a')).toBe(1)
    cache.set('h', 1)
    cache.set('i', 1)
    expect(cache.get('a')).toBe(1)
    expect(cache.get('b')).toBeUndefined()
    expect(cache.get('c')).toBeUndefined()
  })

  it('replaces a value by a newer one of another size', () => {
    const cache = new LruCache<string, number>({ max: 100, sizeOf: (size) => size })
    cache.set('a', 60)
    cache.set('a', 30)
    expect([cache.get('a'), cache.size, cache.count]).toEqual([30, 30, 1])
  })

  it('does not keep a value that would evict many others', () => {
    const cache = new LruCache<string, number>({ max: 16_000, largest: 2_000, sizeOf: (bytes) => bytes })
    cache.set('small', 100)
    cache.set('huge', 15_000)
    expect(cache.get('huge')).toBeUndefined()
    expect(cache.get('small')).toBe(100)
  })
})
