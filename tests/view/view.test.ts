import { describe, expect, it } from 'vitest'
import { countBelow, lookAlikes, treeOf } from '@/components/numbers/model'
import { bridgeSteps, closes } from '@/components/overview/bridge-model'
import { shortHex } from '@/lib/format/hex'
import { fromDecimalString, toDecimalString } from '@/lib/math/fixed'
import { percentOf, shareOf } from '@/lib/math/share'
import { changeOf, isNear } from '@/lib/numbers/change'
import { numbersOf } from '@/lib/numbers/number-index'
import { fullValue, shortValue } from '@/lib/numbers/value'
import { parseSort, sortQuery, sortRows } from '@/lib/pages/table-sort'
import { freshnessOf } from '@/lib/snapshot/freshness'
import { fixtureSnapshot, num } from '../support/fixture-snapshot'

const f = fromDecimalString
const numbers = numbersOf(fixtureSnapshot)

describe('numbers of a snapshot', () => {
  it('are indexed once a snapshot', () => {
    expect(numbersOf(fixtureSnapshot)).toBe(numbers)
    expect(numbers.of('tvl.line-usd', 'gnosis').map(({ key }) => key)).toEqual(['LEND', 'RWA', 'LIQUIDITY', 'SAVINGS'])
    expect(numbers.line('savings').every(({ metric }) => metric.startsWith('savings.'))).toBe(true)
  })

  it('that are not held come back as unknown, never as 0 and never as nothing', () => {
    expect(numbers.get('lend.price', 'ethereum', 'NOPE')).toMatchObject({
      status: 'absent',
      value: null,
      code: 'not-read',
    })
    expect(numbers.has('lend.price', 'ethereum', 'NOPE')).toBe(false)
  })
})

describe('a value in words', () => {
  const usdc = { label: 'USDC' }
  it.each([
    [num('tvl.total-usd', 'all', 'TOTAL', '7898123456.78'), '$7.898 B', '$7,898,123,457', '$78.98 億'],
    [num('savings.apy', 'ethereum', 'SUSDS', '0.045000000000123'), '4.50 %', '4.50 %', '4.50 %'],
    [
      num('lend.supplied', 'ethereum', 'USDC', '41200000.123456', usdc),
      '41.20 M USDC',
      '41,200,000.12',
      '4120 萬 USDC',
    ],
    [num('savings.rate', 'ethereum', 'SUSDS', '1000000001395766281313196627'), ...ray()],
  ])('%#', (each, short, full, chinese) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ')
    expect(plain(shortValue(each, 'en'))).toBe(short)
    expect(plain(fullValue(each, 'en'))).toBe(full)
    expect(plain(shortValue(each, 'zh-Hant'))).toBe(chinese)
  })

  function ray(): [string, string, string] {
    const digits = '1,000,000,001,395,766,281,313,196,627'
    return [digits, digits, digits]
  }

  it('loses no digit when all are asked for', () => {
    const exact = num('lend.supplied', 'ethereum', 'USDC', '1234.567891', { label: 'USDC' })
    expect(fullValue(exact, 'en', { decimals: 'all', unit: true })).toBe('1,234.567891\u00a0USDC')
    expect(fullValue(num('savings.apy', 'base', 'X', '0.045000000000123'), 'en', { decimals: 'all' })).toBe(
      '4.5000000000123\u00a0%',
    )
  })

  it('of the unknown is an em dash', () => {
    expect(shortValue(num('tvl.total-usd', 'all', 'TOTAL', null), 'en')).toBe('—')
  })
})

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
})

describe('shares and changes', () => {
  it('are unknown where a part or the whole is', () => {
    expect(shareOf(f('1'), f('0'))).toBeNull()
    expect(shareOf(null, f('1'))).toBeNull()
    expect(percentOf(f('1'), f('3'))).toBe(33.33)
    expect(percentOf(f('-1'), f('3'))).toBe(0)
  })

  it('move rates by points and amounts by a share of what they were', () => {
    const by = (unit: 'ratio' | 'usd', now: string, then: string) => {
      const change = changeOf(unit, f(now), f(then))
      return change && toDecimalString(change)
    }
    expect(by('ratio', '0.045', '0.0475')).toBe('-0.0025')
    expect(by('usd', '110', '100')).toBe('0.1')
    expect(by('usd', '110', '0')).toBeNull()
    expect(changeOf('usd', f('1'), null)).toBeNull()
  })

  it('take an old value only from near the asked time', () => {
    expect(isNear(1_000_000, 1_000_000 - 10_800, 86_400)).toBe(true)
    expect(isNear(1_000_000, 1_000_000 - 10_801, 86_400)).toBe(false)
  })
})

describe('freshness', () => {
  it('tells fresh, stale and unread apart, in the fixed order of the chains', () => {
    const states = freshnessOf(fixtureSnapshot).map(({ chain, state }) => [chain.slug, state])
    expect(states).toEqual([
      ['ethereum', 'fresh'],
      ['gnosis', 'fresh'],
      ['base', 'fresh'],
      ['arbitrum', 'fresh'],
      ['optimism', 'fresh'],
      ['unichain', 'stale'],
    ])
    expect(freshnessOf(null).every(({ state }) => state === 'unread')).toBe(true)
  })

  it('calls a block late that is far behind the newest one, though nothing failed', () => {
    const { asOf } = fixtureSnapshot
    const late = freshnessOf({ ...fixtureSnapshot, failures: {}, asOf: { ...asOf } })
    expect(late.at(-1)).toMatchObject({ state: 'late', behind: 840 })
  })
})

describe('the formula tree', () => {
  it('unfolds each number once', () => {
    const root = numbers.get('tvl.total-usd', 'all', 'TOTAL')
    const tree = treeOf(numbers, root)
    expect(tree.inputs).toHaveLength(4)
    expect(countBelow(tree)).toBe(4 + 4 * 6)
    const twice = treeOf(numbers, { ...root, inputs: [root.inputs?.[0] ?? '', root.inputs?.[0] ?? ''] })
    expect(twice.inputs.map(({ repeated, inputs }) => [repeated, inputs.length])).toEqual([
      [false, 6],
      [true, 0],
    ])
  })

  it('ends where numbers are made of each other', () => {
    const a = num('tvl.total-usd', 'all', 'A', '1', { inputs: ['tvl.total-usd:all:B'] })
    const b = num('tvl.total-usd', 'all', 'B', '1', { inputs: ['tvl.total-usd:all:A'] })
    const tree = treeOf(numbersOf({ ...fixtureSnapshot, numbers: [a, b] }), a)
    expect(tree.inputs[0]?.inputs[0]).toMatchObject({ repeated: true, inputs: [] })
  })
})

describe('the reconciliation', () => {
  it('leads from gross to total to the last unit', () => {
    const steps = bridgeSteps(numbers)
    expect(steps[0]?.kind).toBe('gross')
    expect(steps.at(-1)?.num.id).toBe('tvl.total-usd:all:TOTAL')
    expect(closes(steps)).toBe(true)
  })

  it('is not drawn without a gross, and says when a step is unknown', () => {
    expect(bridgeSteps(numbersOf({ ...fixtureSnapshot, numbers: [] }))).toEqual([])
    const holed = fixtureSnapshot.numbers.map((each) =>
      each.metric === 'tvl.psm-usdc-usd' ? { ...each, value: null, status: 'failed' as const } : each,
    )
    expect(closes(bridgeSteps(numbersOf({ ...fixtureSnapshot, numbers: holed })))).toBeNull()
  })
})

describe('an id that does not exist', () => {
  it('finds those that look most like it', () => {
    expect(lookAlikes(numbers, 'lend.borrow-apy:ethereum:USDD')[0]?.id).toBe('lend.borrow-apy:ethereum:USDC')
    expect(lookAlikes(numbers, '%%%')).toEqual([])
  })
})

describe('a shortened address', () => {
  it('keeps both ends and leaves short text alone', () => {
    expect(shortHex('0xa3931d71877C0E7a3148CB7Eb4463524FEc27fbD')).toBe('0xa393…7fbD')
    expect(shortHex('0x1234')).toBe('0x1234')
  })
})

describe('the unit after an amount', () => {
  it.each([
    ['lend.supplied', 'USDC.e', '5\u00a0USDC.e'],
    ['liquidity.position', 'ETH@ALM_PROXY_FREEZABLE', '5\u00a0ETH'],
    ['liquidity.position', 'wstETH.PENDING_REDEEM', '5\u00a0wstETH'],
    ['liquidity.position', 'PSM3', '5'],
    ['savings.shares', 'sUSDC', '5\u00a0sUSDC'],
    ['savings.assets', 'sUSDC', '5'],
  ])('of %s %s is the token’s symbol or nothing', (metric, label, shown) => {
    expect(shortValue(num(metric, 'ethereum', 'X', '5', { label }), 'en')).toBe(shown)
  })
})

describe('an address read as a number', () => {
  it('is shown as an address, checksummed', () => {
    const raw = BigInt('0xa3931d71877c0e7a3148cb7eb4463524fec27fbd').toString()
    const owner = num('lend.oracle-source', 'ethereum', 'USDC', raw)
    expect(fullValue(owner, 'en')).toBe('0xa3931d71877C0E7a3148CB7Eb4463524FEc27fbD')
    expect(shortValue(owner, 'en')).toBe('0xa393…7fbD')
    expect(shortValue(num('lend.oracle-source', 'ethereum', 'USDC', '0'), 'en')).toBe('0x0000…0000')
    expect(shortValue(num('lend.oracle-source', 'ethereum', 'USDC', null), 'en')).toBe('—')
  })
})
