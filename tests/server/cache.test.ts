import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createShelf } from '@/lib/server/cache'

describe('a shelf', () => {
  it('never holds more bytes than it may, whatever is put on it', () => {
    const put = fc.tuple(fc.string({ maxLength: 20 }), fc.integer({ min: 0, max: 5000 }))
    fc.assert(
      fc.property(fc.array(put, { maxLength: 200 }), (puts) => {
        const shelf = createShelf<{ bytes: number }>(20_000)
        for (const [key, bytes] of puts) {
          shelf.set(key, { bytes })
          expect(shelf.bytes).toBeLessThanOrEqual(20_000)
        }
        for (const [key] of puts) shelf.delete(key)
        expect([shelf.bytes, shelf.count]).toEqual([0, 0])
      }),
    )
  })

  it('lets go of what was used least recently', () => {
    const shelf = createShelf<{ bytes: number }>(16_000)
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) shelf.set(key, { bytes: 1400 })
    expect(shelf.get('a')).toBeDefined()
    shelf.set('h', { bytes: 1400 })
    shelf.set('i', { bytes: 1400 })
    expect(shelf.get('a')).toBeDefined()
    expect(shelf.get('b')).toBeUndefined()
  })

  it('does not keep one value that would push out all others', () => {
    const shelf = createShelf<{ bytes: number }>(16_000)
    shelf.set('small', { bytes: 100 })
    shelf.set('huge', { bytes: 15_000 })
    expect(shelf.get('huge')).toBeUndefined()
    expect(shelf.get('small')).toBeDefined()
  })
})
