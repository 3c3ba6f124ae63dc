import { describe, expect, it } from 'vitest'
import { fromDecimalString, toDecimalString } from '@/lib/math/fixed'
import { parseSort, sortQuery, sortRows } from '@/lib/pages/table-sort'

const f = fromDecimalString

describe('sorting by address', () => {
  it('reads only what is meant for the table', () => {
    expect(parseSort('ethereum.-supplied', 'ethereum')).toEqual({ column: 'supplied', descending: true })
    expect(parseSort('ethereum.asset', 'ethereum')).toEqual({ column: 'asset', descending: false })
    for (const query of ['gnosis.asset', 'ethereum', 'ethereum.<b>', '', undefined, ['x']])
      expect(parseSort(query, 'ethereum')).toBeNull()
  })

  it('turns a column round, and begins with the largest figure', () => {
    expect(sortQuery('t', 'size', null, true)).toBe('?sort=t.-size')
    expect(sortQuery('t', 'size', { column: 'size', descending: true }, true)).toBe('?sort=t.size')
    expect(sortQuery('t', 'name', null, false)).toBe('?sort=t.name')
  })

  it('compares exactly, beyond a float’s digits, and leaves the unknown last either way', () => {
    const rows = ['9007199254740993', null, '9007199254740992', '9007199254740994'].map((value) => value && f(value))
    const shown = (descending: boolean) =>
      sortRows(rows, (row) => row || null, descending).map((row) => (row ? toDecimalString(row) : null))
    expect(shown(false)).toEqual(['9007199254740992', '9007199254740993', '9007199254740994', null])
    expect(shown(true)).toEqual(['9007199254740994', '9007199254740993', '9007199254740992', null])
  })

  it('puts what is not offered behind all that is, sorted by itself', () => {
    const rows = ['5 frozen', '3', '9 frozen', '4']
    const by = (descending: boolean) =>
      sortRows(rows, Number.parseInt, descending, (row) => row.endsWith('frozen')).map((row) => row)
    expect(by(true)).toEqual(['4', '3', '9 frozen', '5 frozen'])
    expect(by(false)).toEqual(['3', '4', '5 frozen', '9 frozen'])
  })
})
