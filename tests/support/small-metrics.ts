import { fixed } from '@/lib/math/fixed'
import { defineDerived, defineMetric, firstVersion } from '@/lib/metrics/define'
import { all, sumOf, sumOverChains } from '@/lib/metrics/sums'
import type { Metric } from '@/lib/metrics/types'
import type { SmallChain } from './small-chain'
import { item, scale, shelf, villain } from './small-chain'

const text = { title: 'Test', what: 'Test.', caveats: [] }
const common = {
  line: 'lend',
  unit: 'token',
  class: 'onchain',
  formula: 'test',
  text: { en: text, 'zh-Hant': text },
  versions: firstVersion,
} as const

type Places = Pick<SmallChain, 'shelf' | 'items' | 'villain'>

/** Three reads deep: the shelf lists the items, an item names its scale, the scale weighs the amount. */
export const smallMetrics = (places: Places): readonly Metric[] => {
  const keys = ['ethereum', 'gnosis', 'base'] as const
  const onShelf = {
    ...common,
    chains: keys,
    expects: () => places.items,
  }
  return [
    defineMetric({
      ...onShelf,
      id: 'lend.amount',
      reads: [shelf, item],
      keys: (reader) => reader.read(shelf, places.shelf, 'list'),
      async read(reader, key) {
        const address = places.items.find((each) => each === key) ?? places.shelf
        return { value: fixed(await reader.read(item, address, 'amount'), 2) }
      },
    }),
    defineMetric({
      ...onShelf,
      id: 'lend.weight',
      reads: [shelf, item, scale],
      keys: (reader) => reader.read(shelf, places.shelf, 'list'),
      async read(reader, key) {
        const list = await reader.read(shelf, places.shelf, 'list')
        const address = list.find((each) => each === key) ?? places.shelf
        const [amount, by, label] = await Promise.all([
          reader.read(item, address, 'amount'),
          reader.read(item, address, 'scale'),
          reader.read(item, address, 'symbol'),
        ])
        return { label, value: fixed(await reader.read(scale, by, 'weigh', [amount]), 2) }
      },
    }),
    defineDerived({
      ...common,
      id: 'lend.total-weight',
      scopes: [...keys, 'all'],
      compute: (numbers, scope) =>
        scope === 'all'
          ? [sumOverChains(numbers, 'lend.total-weight', keys, 'TOTAL')]
          : [sumOf('TOTAL', all(numbers.of('lend.weight', scope)))],
    }),
  ]
}

/** Contracts that burn all gas, refuse in silence, refuse with a word, and where there is none. */
export const badMetrics = (places: Places): readonly Metric[] => [
  defineMetric({
    ...common,
    id: 'lend.bad',
    chains: ['ethereum', 'gnosis', 'base'],
    reads: [villain],
    keys: () => ['burn', 'silent', 'loud', 'nowhere'],
    expects: () => ['burn', 'silent', 'loud', 'nowhere'],
    async read(reader, key) {
      if (key === 'nowhere') return { value: fixed(await reader.read(villain, `0x${'77'.repeat(20)}`, 'burn'), 0) }
      const name = key === 'burn' ? 'burn' : key === 'silent' ? 'silent' : 'loud'
      return { value: fixed(await reader.read(villain, places.villain, name), 0) }
    },
  }),
]

/** `count` numbers of one item, each a call of its own. */
export const manyMetrics = (places: Places, count: number): readonly Metric[] => [
  defineMetric({
    ...common,
    id: 'lend.part',
    chains: ['ethereum', 'gnosis', 'base'],
    reads: [item],
    keys: () => Array.from({ length: count }, (_, index) => `P${index}`),
    expects: () => Array.from({ length: count }, (_, index) => `P${index}`),
    async read(reader, key) {
      const [first] = places.items
      return { value: fixed(await reader.read(item, first ?? places.shelf, 'part', [BigInt(key.slice(1))]), 0) }
    },
  }),
  defineDerived({
    ...common,
    id: 'lend.all-parts',
    scopes: ['ethereum', 'gnosis', 'base'],
    compute: (numbers, scope) => [sumOf('TOTAL', all(numbers.of('lend.part', scope)))],
  }),
]
