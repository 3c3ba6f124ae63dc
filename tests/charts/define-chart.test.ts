import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chartBySlug, charts } from '@/lib/charts/catalogue'
import { defineChart } from '@/lib/charts/define/define-chart'
import { defaultView } from '@/lib/charts/query/view'
import { renderSvg } from '@/lib/charts/render/svg'
import { numbersNeeded, seriesChoices, seriesKeys, spanOf } from '@/lib/charts/state/select-series'
import { AS_OF, chartOf, DAY, layoutOf, seriesFor, seriesOf, wide } from './support/sample-series'
import { utilisation } from './support/utilisation'
import { parseXml } from './support/xml'

const locales = ['en', 'zh-Hant'] as const

describe('a chart', () => {
  it('is one declaration: state, caption and drawing follow from it', () => {
    const series = ['USDC', 'WETH'].map((key, i) =>
      seriesOf({ id: `lend.utilization:ethereum:${key}`, at: (day) => 0.8 - i * 0.3 + (day % 7) / 100 }, 365),
    )
    for (const locale of locales) {
      const model = layoutOf({
        chart: utilisation,
        view: defaultView(utilisation),
        series,
        gaps: [],
        asOf: AS_OF,
        locale,
        size: wide,
      })
      expect(model.layers).toHaveLength(2)
      expect(model.labels.map(({ name }) => name)).toEqual(['USDC', 'WETH'])
      expect(model.caption).toContain('USDC')
      parseXml(renderSvg(model, { theme: 'auto', fontMode: 'web' }))
    }
  })

  it('is shown in the README by this very one, to the letter', () => {
    const readme = readFileSync('README.md', 'utf8')
    const [, shown] = /### Add a chart[^#]*?```ts\n(.*?)```/s.exec(readme) ?? []
    const here = readFileSync(new URL('support/utilisation.ts', import.meta.url), 'utf8')
    expect(shown).toBe(here.replaceAll("'@/lib/charts/define/", "'../define/"))
  })

  it('that contradicts itself is refused when it is loaded', () => {
    expect(() => defineChart({ ...utilisation, slug: 'No Slug' })).toThrow(RangeError)
    expect(() => defineChart({ ...utilisation, view: { ...utilisation.view, range: '30d' } })).toThrow(/range/)
    expect(() => defineChart({ ...utilisation, view: { ...utilisation.view, modes: ['line', 'pie'] } })).toThrow(/pie/)
  })
})

describe('the charts', () => {
  it('keep their slugs: they are links', () => {
    expect(charts.map(({ slug }) => slug)).toEqual(['tvl', 'rates', 'spk-vesting'])
    expect(chartBySlug('rates')?.slug).toBe('rates')
    expect(chartBySlug('nothing')).toBeUndefined()
  })

  it('say everything in both languages, and where their events are from', () => {
    for (const { text, source, events } of charts) {
      for (const locale of locales) {
        const { title, what, notes, modes } = text[locale]
        for (const words of [
          title,
          what,
          source[locale],
          ...notes,
          ...Object.values(modes),
          ...events.map((event) => event.text[locale]),
        ])
          expect(words.trim().length).toBeGreaterThan(1)
      }
      expect(text.en.notes).toHaveLength(text['zh-Hant'].notes.length)
      for (const event of events) expect(event.source.length).toBeGreaterThan(10)
    }
  })

  it('caption themselves by the same messages over the same values in both languages', () => {
    const namesIn = (message: string) =>
      [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort()
    for (const { text } of [...charts, utilisation]) {
      const [en, zh] = locales.map((locale) => {
        const { caption } = text[locale]
        return Object.entries(typeof caption === 'string' ? { caption } : caption)
      })
      expect(zh?.map(([name]) => name)).toEqual(en?.map(([name]) => name))
      for (const [name, message] of zh ?? []) {
        const others = namesIn(String(en?.find(([each]) => each === name)?.[1]))
        for (const each of namesIn(String(message))) expect(others).toContain(each)
      }
    }
  })

  it('show only numbers that exist', () => {
    for (const chart of charts)
      for (const mode of chart.view.modes)
        for (const { of, chain } of chart.series({ known: new Set(), mode })) {
          expect(of.kind).not.toBe('numbers')
          expect(chain).toBe('ethereum')
        }
  })

  it('name each series once, by a key that a link can carry', () => {
    for (const chart of charts) {
      const known = new Set(seriesFor(chart.slug).map(({ id }) => id))
      for (const mode of chart.view.modes) {
        const keys = chart.series({ known, mode }).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect(seriesKeys(chart, known)).toContain(key)
      }
    }
  })
})

describe('what a view needs', () => {
  const rates = chartOf('rates')
  const known = new Set(seriesFor('rates').map(({ id }) => id))
  const view = defaultView(rates)

  it('is the numbers that it shows, no others', () => {
    expect(numbersNeeded(rates, view, known)).toHaveLength(14)
    expect(numbersNeeded(rates, view, known).every((id) => id.startsWith('savings.apy:'))).toBe(true)
    expect(numbersNeeded(rates, { ...view, mode: 'borrow' }, known)).toHaveLength(6)
    expect(numbersNeeded(rates, { ...view, chains: ['gnosis'] }, known)).toEqual(['savings.apy:gnosis:SXDAI'])
    expect(numbersNeeded(rates, { ...view, hide: ['savings.apy:gnosis:SXDAI'] }, known)).toHaveLength(13)
  })

  it('offers what could be added', () => {
    const choices = seriesChoices(rates, { ...view, mode: 'borrow' }, known)
    expect(choices.find(({ spec }) => spec.key.endsWith(':CBBTC'))?.shown).toBe(false)
    expect(seriesKeys(rates, known).size).toBe(known.size)
  })

  it('spans from a midnight to the newest reading, or what was asked for', () => {
    const tvl = chartOf('tvl')
    const base = defaultView(tvl)
    expect(spanOf(tvl, { ...base, range: '30d' }, AS_OF)).toEqual({
      from: Math.floor((AS_OF - 30 * DAY) / DAY) * DAY,
      to: AS_OF,
      fixed: false,
    })
    const days = { from: AS_OF - 100 * DAY, to: AS_OF + 900 * DAY }
    expect(spanOf(tvl, { ...base, range: days }, AS_OF)).toEqual({ from: days.from, to: AS_OF, fixed: true })
    const vesting = chartOf('spk-vesting')
    expect(spanOf(vesting, { ...defaultView(vesting), range: days }, AS_OF).to).toBe(days.to)
    expect(spanOf(vesting, { ...defaultView(vesting), mode: 'observed' }, AS_OF, AS_OF - 9 * DAY)).toMatchObject({
      from: AS_OF - 9 * DAY,
      to: AS_OF,
    })
  })
})
