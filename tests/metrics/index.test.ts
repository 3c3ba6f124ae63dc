import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import common from '@/lib/i18n/messages/en/common.json' with { type: 'json' }
import { metricById, metrics, notes } from '@/lib/metrics'

describe('every metric', () => {
  it('has an id of its own, in its own line', () => {
    for (const metric of metrics) {
      expect(metricById(metric.id)).toBe(metric)
      expect(metric.id.startsWith(`${metric.line}.`), metric.id).toBe(true)
    }
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
  })

  it('means by its notes what there are words for', () => {
    const meanings = metrics.flatMap((metric) => Object.values(metric.notes ?? {}))
    expect(Object.keys(common.note)).toEqual(expect.arrayContaining([...notes, ...meanings]))
  })

  it('says of what token its amounts of SPK are, and of its caps when there is none', () => {
    expect(metricById('spk.locked')?.symbol).toBe('SPK')
    expect(metricById('spk.farm-staked')?.symbol).toBe('label')
    expect(metricById('savings.assets')?.symbol).toBeUndefined()
    expect(metricById('lend.supply-cap')).toMatchObject({ notes: { none: 'zero-cap' }, noLimit: ['none', 'no-cap'] })
  })
})

describe('the README’s section on adding a metric', () => {
  const [, section = ''] = /\n### Add a metric.*\n([\s\S]*?)\n### /.exec(readFileSync('README.md', 'utf8')) ?? []
  const examples = [...section.matchAll(/`(lib\/metrics\/[\w/-]+\.ts)`[\s\S]*?```ts\n([\s\S]*?)```/g)]

  it('shows a row of a table and a file of its own', () => {
    expect(examples.map(([, path]) => path)).toEqual([
      'lib/metrics/lend/flags.ts',
      'lib/metrics/savings/deposit-cap.ts',
    ])
  })

  it.each(examples.map(([, path = '', code = '']): [string, string] => [path, code]))(
    'shows what stands in %s',
    (path, code) => {
      const lines = readFileSync(path, 'utf8')
        .split('\n')
        .map((line) => line.trim())
      const shown = code.split('\n').map((line) => line.replace(/\s+\/\/ .*$/, '').trim())
      expect(shown.filter((line) => !line.includes('…') && !lines.includes(line))).toEqual([])
    },
  )
})
