import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { defaultView } from '@/lib/charts/query/view'
import { cardChartSize, renderCard } from '@/lib/charts/render/card'
import { chartStyle, colours } from '@/lib/charts/render/palette'
import { renderSvg } from '@/lib/charts/render/svg'
import { escapeXml } from '@/lib/format/escape-xml'
import {
  AS_OF,
  type ChartInput,
  everyPicture,
  inputOf,
  layoutOf,
  noise,
  seriesFor,
  tvlSeries,
} from '../support/sample-series'
import { parseXml } from '../support/xml'

const web = { theme: 'auto', fontMode: 'web' } as const
const svgOf = (slug: string, view: Parameters<typeof inputOf>[1] = {}, rest: Partial<ChartInput> = {}) =>
  renderSvg(layoutOf(inputOf(slug, view, rest)), web)

describe('the SVG of every chart', () => {
  it.each(everyPicture)(
    '$slug $mode $locale $size.width is well-formed and needs no style',
    ({ slug, mode, locale, size }) => {
      const svg = svgOf(slug, { mode }, { locale, size })
      const elements = parseXml(svg)
      expect(elements[0]).toMatchObject({
        name: 'svg',
        attributes: { role: 'img', viewBox: `0 0 ${size.width} ${size.height}` },
      })
      expect(elements.slice(1, 3).map(({ name }) => name)).toEqual(['title', 'desc'])
      expect(
        elements.some(({ name, attributes }) => name === 'style' || name === 'script' || 'style' in attributes),
      ).toBe(false)
      expect(/NaN|undefined|Infinity/.exec(svg)).toBeNull()
      const places = elements.flatMap(({ attributes: { d, x, y, cx, cy } }) => [d, x, y, cx, cy])
      expect(places.some((text) => text !== undefined && /\.\d\d/.test(text))).toBe(false)
      const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, id = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
    },
  )

  it('names what it is and what it says', () => {
    const model = layoutOf(inputOf('tvl'))
    const svg = renderSvg(model, web)
    expect(svg).toContain(`<title id="tvl-w-t">${model.title}</title>`)
    expect(svg).toContain(`<desc id="tvl-w-d">${escapeXml(model.caption)}</desc>`)
    expect(svg).toContain('aria-labelledby="tvl-w-t tvl-w-d"')
  })

  it('keeps its ids apart from those of its neighbours', () => {
    const model = layoutOf(inputOf('spk-vesting'))
    const ids = (svg: string) => parseXml(svg).flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
    const [a, b] = [ids(renderSvg(model, { ...web, id: 'a' })), ids(renderSvg(model, { ...web, id: 'b' }))]
    expect(a.length).toBeGreaterThan(2)
    expect(a.some((id) => b.includes(id))).toBe(false)
  })

  it('escapes every word', () => {
    const chart = inputOf('tvl').chart
    const evil = `<script>"&'\u0000\u{1f600}`
    const text = { ...chart.text, en: { ...chart.text.en, title: evil, caption: { evil: '{evil}' } } }
    const svg = renderSvg(
      layoutOf(inputOf('tvl', {}, { chart: { ...chart, text, caption: () => ({ say: 'evil', values: { evil } }) } })),
      web,
    )
    parseXml(svg)
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&lt;script&gt;&quot;&amp;&#39;\u{1f600}')
  })

  it('has each theme’s own colours, or the page’s variables', () => {
    const model = layoutOf(inputOf('tvl'))
    const light = renderSvg(model, { theme: 'light', fontMode: 'embedded' })
    const dark = renderSvg(model, { theme: 'dark', fontMode: 'embedded' })
    expect(light).toContain(`fill="${colours.lend.light}"`)
    expect(dark).toContain(`fill="${colours.lend.dark}"`)
    expect(light).toContain('font-family="Inter,&#39;Noto Sans TC&#39;"')
    expect(renderSvg(model, web)).toContain('fill="var(--lend)"')
    expect(renderSvg(model, web)).not.toContain('font-family')
    for (const [, name] of renderSvg(model, web).matchAll(/var\((--[a-z0-9-]+)\)/g))
      expect(chartStyle('auto')).toContain(`${name}:`)
  })

  it('is the same text for the same input', () => {
    expect(svgOf('rates')).toBe(svgOf('rates'))
  })

  it('hatches gaps and what is uncertain, and only then', () => {
    expect(svgOf('tvl')).not.toContain('<pattern')
    expect(svgOf('spk-vesting')).toContain('<pattern id="spk-vesting-w-c3"')
  })

  it('says in the middle why there is nothing', () => {
    const series = tvlSeries().map((each) => ({ ...each, points: [] }))
    expect(svgOf('tvl', {}, { series })).toContain('Nothing is stored yet.')
  })
})

describe('size', () => {
  const gz = (text: string) => gzipSync(text).length

  it('of 365 points of one series stays far below 0.8 × ECharts’ 3.7 kB', () => {
    const [lend] = tvlSeries(365)
    if (lend === undefined) throw new Error('no series')
    const random = noise(7)
    const points = lend.points.map((point) => ({ ...point, value: (4e9 + random() * 3e8).toFixed(8) }))
    expect(gz(svgOf('tvl', {}, { series: [{ ...lend, points }] }))).toBeLessThan(0.8 * 3_700)
  })

  it('of four stacked series of a year fits an embed', () => {
    expect(gz(svgOf('tvl'))).toBeLessThan(4_000)
    expect(gz(svgOf('tvl', { mode: 'chain' }))).toBeLessThan(5_500)
  })

  it('of 10,000 points is bounded by pixels', () => {
    const random = noise(8)
    const points = Array.from({ length: 10_000 }, (_, i) => ({
      t: AS_OF - (10_000 - i) * 3_000,
      value: (4e9 + random() * 3e8).toFixed(2),
      status: 'ok' as const,
    }))
    const series = [{ id: 'tvl.line-usd:all:LEND', class: 'onchain', methodVersion: 1, points }] as const
    expect(gz(svgOf('tvl', { range: 'all' }, { series }))).toBeLessThan(15_000)
  })
})

describe('the card', () => {
  it('is whole, stands alone, and names only the faces that it is set with', () => {
    for (const { slug, text } of charts)
      for (const locale of ['en', 'zh-Hant'] as const)
        for (const theme of ['light', 'dark'] as const) {
          const model = layoutOf(inputOf(slug, {}, { locale, size: cardChartSize }))
          const svg = renderCard(model, { theme, mark: 'local network' })
          const elements = parseXml(svg)
          expect(elements[0]?.attributes).toMatchObject({
            width: '1200',
            height: '630',
            'font-family': locale === 'en' ? 'Inter,&#39;Noto Sans TC&#39;' : '&#39;Noto Sans TC&#39;,Inter',
          })
          expect(svg).not.toMatch(/var\(|style=|<style|NaN|undefined/)
          expect(svg).toContain(escapeXml(text[locale].title))
          expect(svg).toContain('>spark<')
          expect(svg).toContain('local network')
        }
  })

  it('says the values of the page', () => {
    const page = layoutOf(inputOf('tvl'))
    const card = layoutOf(inputOf('tvl', {}, { size: cardChartSize }))
    expect(card.labels.map(({ name, value }) => [name, value])).toEqual(
      page.labels.map(({ name, value }) => [name, value]),
    )
    expect(card.caption).toBe(page.caption)
  })
})

describe('the default view of each chart', () => {
  it('is a link without parameters, and draws', () => {
    for (const chart of charts) {
      const model = layoutOf({ ...inputOf(chart.slug), view: defaultView(chart), series: seriesFor(chart.slug) })
      expect(model.layers.length).toBeGreaterThan(0)
    }
  })
})
