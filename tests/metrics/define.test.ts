import { describe, expect, it } from 'vitest'
import { defineDerived, firstVersion, methodVersionOf, revised, withCaveats } from '@/lib/metrics/define'
import type { MethodVersion } from '@/lib/metrics/types'

const text = {
  en: { title: 'Sum', what: 'A sum.' },
  'zh-Hant': { title: '總和', what: '總和。', caveats: ['無。'] },
}

const define = (formula: string | { en: string; 'zh-Hant': string }) =>
  defineDerived({
    id: 'lend.sum',
    line: 'lend',
    unit: 'usd',
    class: 'onchain',
    versions: firstVersion,
    scopes: ['all'],
    formula,
    text,
    compute: () => [],
  })

describe('the words of a metric', () => {
  it('repeat a formula that stands once in every language', () => {
    const { en, 'zh-Hant': zh } = define('a + b').text
    expect([en.formula, zh.formula]).toEqual(['a + b', 'a + b'])
  })

  it('take a formula of each language where they differ', () => {
    const { en, 'zh-Hant': zh } = define({ en: 'a of b', 'zh-Hant': 'b 的 a' }).text
    expect([en.formula, zh.formula]).toEqual(['a of b', 'b 的 a'])
  })

  it('have no caveats where none are written', () => {
    expect(define('a').text.en.caveats).toEqual([])
  })

  it('put the caveats of a whole table before those of a row', () => {
    const { en, 'zh-Hant': zh } = withCaveats(text, { en: 'Old.', 'zh-Hant': '舊。' })
    expect([en.caveats, zh.caveats]).toEqual([['Old.'], ['舊。', '無。']])
  })
})

it('The version of a method is that of its newest definition', () => {
  const [first] = firstVersion
  const versions: readonly [MethodVersion, MethodVersion] = [first, { ...first, version: 2 }]
  expect(methodVersionOf({ versions: firstVersion })).toBe(1)
  expect(methodVersionOf({ versions })).toBe(2)
})

it('A changed definition is a new version behind the first', () => {
  const change = { en: 'More is read.', 'zh-Hant': '讀取更多。' }
  const versions = revised({ since: '2026-11-30', change }, { since: '2026-12-01', change })
  expect(versions.map(({ version, since }) => [version, since])).toEqual([
    [1, '2026-11-20'],
    [2, '2026-11-30'],
    [3, '2026-12-01'],
  ])
})
