import { describe, expect, it } from 'vitest'
import { same } from '@/lib/metrics/arithmetic'
import { defineDerived, firstVersion } from '@/lib/metrics/define'
import { deriveAll } from '@/lib/metrics/derive'
import type { DerivedMetric, Observation } from '@/lib/metrics/types'
import { term } from './terms'

const text = { title: 'Test', what: 'Test.' }

/** The number of another metric, under a name of its own. */
const copyOf = (source: string, id: `lend.${string}`): DerivedMetric =>
  defineDerived({
    id,
    line: 'lend',
    unit: 'usd',
    class: 'issuer',
    versions: firstVersion,
    scopes: ['ethereum', 'gnosis'],
    formula: source,
    text: { en: text, 'zh-Hant': text },
    compute: (numbers, scope) => numbers.of(source, scope).map((each) => same(each.key, each)),
  })

const read: Observation = {
  ...term('A', 150n),
  metric: 'lend.part',
  chain: 'ethereum',
  unit: 'token',
  methodVersion: 1,
}

const refuse = (error: unknown) => {
  throw error
}

describe('derived numbers', () => {
  it('see one another whatever the order of the list, and keep that order', () => {
    const metrics = [copyOf('lend.first', 'lend.second'), copyOf('lend.part', 'lend.first')]
    expect(deriveAll(metrics, [read], ['ethereum'], refuse)).toMatchObject([
      { id: 'lend.second:ethereum:A', value: read.value, unit: 'usd', inputs: ['lend.first:ethereum:A'] },
      { id: 'lend.first:ethereum:A', value: read.value, unit: 'usd', inputs: ['lend.part:ethereum:A'] },
    ])
  })

  it('carry the version of their metric and the class of what they are made of', () => {
    const [only] = deriveAll([copyOf('lend.part', 'lend.first')], [read], ['ethereum'], refuse)
    expect(only).toMatchObject({ methodVersion: 1, class: 'onchain' })
  })

  it('fail where they are made of themselves, and say so once', () => {
    const reports: unknown[] = []
    const metrics = [copyOf('lend.b', 'lend.a'), copyOf('lend.a', 'lend.b')]
    const derived = deriveAll(metrics, [], ['ethereum'], (error) => reports.push(error))
    expect(derived.filter(({ status }) => status === 'failed')).not.toEqual([])
    expect(reports).toHaveLength(1)
  })

  it('are not computed for a chain that the snapshot is not about', () => {
    const onGnosis: Observation = { ...read, chain: 'gnosis', id: 'lend.part:gnosis:A' }
    expect(deriveAll([copyOf('lend.part', 'lend.first')], [read, onGnosis], ['ethereum'], refuse)).toHaveLength(1)
  })
})
