import { describe, expect, it } from 'vitest'
import { countBelow, lookAlikes, treeOf } from '@/components/numbers/model'
import { numbersOf } from '@/lib/numbers/number-index'
import { fixtureSnapshot, num } from '../support/fixture-snapshot'

const numbers = numbersOf(fixtureSnapshot)

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

describe('an id that does not exist', () => {
  it('finds those that look most like it', () => {
    expect(lookAlikes(numbers, 'lend.borrow-apy:ethereum:USDD')[0]?.id).toBe('lend.borrow-apy:ethereum:USDC')
    expect(lookAlikes(numbers, '%%%')).toEqual([])
  })
})
