import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts'
import { buildModel } from '@/lib/charts/build-model'
import { hoverOf, interactiveModel } from '@/lib/charts/hover'
import type { ModelInput } from '@/lib/charts/model'
import { paintPictureSvg, pictureFrame } from '@/lib/charts/paint-picture'
import { escapeXml, paintSvg } from '@/lib/charts/paint-svg'
import { paintTable } from '@/lib/charts/paint-table'
import { chartStyle, colours, paintOf, surfaces, textPaintOf } from '@/lib/charts/palette'
import { defaultView } from '@/lib/view/chart-view'
import { AS_OF, inputOf, narrow, noise, seriesFor, tvlSeries, wide } from './support/sample-series'
import { parseXml } from './support/xml'

const web = { theme: 'auto', fontMode: 'web' } as const
const svgOf = (slug: string, view: Parameters<typeof inputOf>[1] = {}, rest: Partial<ModelInput> = {}) =>
  paintSvg(buildModel(inputOf(slug, view, rest)), web)

const everything = charts.flatMap((chart) =>
  chart.view.modes.flatMap((mode) =>
    (['en', 'zh-Hant'] as const).flatMap((locale) =>
      [wide, narrow].map((frame) => ({ slug: chart.slug, mode, locale, frame })),
    ),
  ),
)

describe('the SVG of every chart', () => {
  it.each(everything)(
    '$slug $mode $locale $frame.width is well-formed and needs no style',
    ({ slug, mode, locale, frame }) => {
      const svg = svgOf(slug, { mode }, { locale, frame })
      const elements = parseXml(svg)
      expect(elements[0]).toMatchObject({
        name: 'svg',
        attributes: { role: 'img', viewBox: `0 0 ${frame.width} ${frame.height}` },
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
    const model = buildModel(inputOf('tvl'))
    const svg = paintSvg(model, web)
    expect(svg).toContain(`<title id="tvl-w-t">${model.title}</title>`)
    expect(svg).toContain(`<desc id="tvl-w-d">${escapeXml(model.caption)}</desc>`)
    expect(svg).toContain('aria-labelledby="tvl-w-t tvl-w-d"')
  })

  it('keeps its ids apart from those of its neighbours', () => {
    const model = buildModel(inputOf('spk-vesting'))
    const ids = (svg: string) => parseXml(svg).flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
    const [a, b] = [ids(paintSvg(model, { ...web, id: 'a' })), ids(paintSvg(model, { ...web, id: 'b' }))]
    expect(a.length).toBeGreaterThan(2)
    expect(a.some((id) => b.includes(id))).toBe(false)
  })

  it('escapes every word', () => {
    const chart = inputOf('tvl').chart
    const evil = `<script>"&'\u0000\u{1f600}`
    const text = { ...chart.text, en: { ...chart.text.en, title: evil } }
    const svg = paintSvg(buildModel(inputOf('tvl', {}, { chart: { ...chart, text, caption: () => evil } })), web)
    parseXml(svg)
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&lt;script&gt;&quot;&amp;&#39;\u{1f600}')
  })

  it('has each theme’s own colours, or the page’s variables', () => {
    const model = buildModel(inputOf('tvl'))
    const light = paintSvg(model, { theme: 'light', fontMode: 'embedded' })
    const dark = paintSvg(model, { theme: 'dark', fontMode: 'embedded' })
    expect(light).toContain(`fill="${colours.lend.light}"`)
    expect(dark).toContain(`fill="${colours.lend.dark}"`)
    expect(light).toContain('font-family="Inter,&#39;Noto Sans TC&#39;"')
    expect(paintSvg(model, web)).toContain('fill="var(--lend)"')
    expect(paintSvg(model, web)).not.toContain('font-family')
    for (const [, name] of paintSvg(model, web).matchAll(/var\((--[a-z0-9-]+)\)/g))
      expect(chartStyle('auto')).toContain(`${name}:`)
  })

  it('as a file of its own brings a ground, a name space and, for both themes, its variables', () => {
    const model = buildModel(inputOf('rates'))
    const file = paintSvg(model, { theme: 'auto', fontMode: 'system', standalone: true })
    const [root] = parseXml(file)
    expect(root?.attributes.xmlns).toBe('http://www.w3.org/2000/svg')
    expect(file).toContain('prefers-color-scheme:dark')
    expect(paintSvg(model, { theme: 'dark', fontMode: 'system', standalone: true })).not.toContain('<style>')
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
          const model = buildModel(inputOf(slug, {}, { locale, frame: pictureFrame }))
          const svg = paintPictureSvg(model, { theme, mark: 'local network' })
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
    const page = buildModel(inputOf('tvl'))
    const card = buildModel(inputOf('tvl', {}, { frame: pictureFrame }))
    expect(card.labels.map(({ name, value }) => [name, value])).toEqual(
      page.labels.map(({ name, value }) => [name, value]),
    )
    expect(card.caption).toBe(page.caption)
  })
})

describe('colours', () => {
  const channel = (hex: string, at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  const luminance = (hex: string): number =>
    0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
  const contrast = (a: string, b: string): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (light + 0.05) / (dark + 0.05)
  }

  it.each(['light', 'dark'] as const)('in the %s theme are seen: words at 4.5, lines at 3', (theme) => {
    const card = surfaces.card[theme]
    for (const name of Object.keys(colours) as (keyof typeof colours)[]) {
      expect(contrast(paintOf(name, theme), card), `${name} line`).toBeGreaterThanOrEqual(3)
      expect(contrast(textPaintOf(name, theme), card), `${name} words`).toBeGreaterThanOrEqual(4.5)
    }
    for (const name of ['ink', 'muted'] as const)
      expect(contrast(surfaces[name][theme], card), name).toBeGreaterThanOrEqual(4.5)
  })

  it('are unlike each other', () => {
    for (const theme of ['light', 'dark'] as const) {
      const all = Object.values(colours).map((pair) => pair[theme])
      expect(new Set(all).size).toBe(all.length)
    }
  })
})

describe('the table', () => {
  it('has every instant, newest first, in full digits, with the blocks of its chains', () => {
    const model = buildModel(inputOf('tvl', { mode: 'chain', range: '30d' }))
    const table = paintTable(model)
    expect(table.rows).toHaveLength(model.data.instants.length)
    expect(table.rows[0]?.at).toBe(AS_OF)
    expect(table.head.map(({ name }) => name)).toEqual([
      'Time (UTC)',
      ...['Ethereum', 'Gnosis', 'Base', 'Arbitrum', 'OP', 'Unichain'].map((name) => `${name} (USD)`),
      ...['Ethereum', 'Gnosis', 'Base', 'Arbitrum', 'OP', 'Unichain'].map((name) => `${name} · block`),
    ])
    expect(table.rows[0]?.cells[1]).toMatch(/^\$\d,\d{3},\d{3},\d{3}$/)
    expect(table.rows[0]?.cells[7]).toMatch(/^\d\d\s\d{3}\s\d{3}$/)
    expect(paintTable(model, { most: 5 })).toMatchObject({ of: 32, rows: { length: 5 } })
  })

  it('says what is not known with a dash, never with 0', () => {
    const series = tvlSeries().map((each) => ({
      ...each,
      points: each.points.map((p, i) => (i === 360 ? { ...p, value: null, status: 'failed' as const } : p)),
    }))
    const table = paintTable(buildModel(inputOf('tvl', { range: '30d' }, { series })))
    expect(table.rows.some(({ cells }) => cells.slice(1).every((cell) => cell === '—'))).toBe(true)
  })

  it('of yearly bars names both ends', () => {
    const table = paintTable(buildModel(inputOf('spk-vesting', { mode: 'yearly' })))
    expect(table.rows).toHaveLength(10)
    expect(table.head.slice(0, 2).map(({ name }) => name)).toEqual(['From', 'To'])
  })

  it.each(everything)('of $slug $mode $locale has a cell for each head', ({ slug, mode, locale, frame }) => {
    const table = paintTable(buildModel(inputOf(slug, { mode }, { locale, frame })))
    expect(table.rows.every(({ cells }) => cells.length === table.head.length)).toBe(true)
  })
})

describe('the crosshair', () => {
  it('says what stands at each place', () => {
    const model = buildModel(inputOf('tvl', { range: '30d' }))
    const hover = hoverOf(model)
    expect(hover.series.map(({ name }) => name)).toEqual(['RWA', 'Liquidity', 'Savings', 'Lend'])
    expect(hover.x.length).toBe(hover.values.length)
    expect(hover.x.every((x, i) => i === 0 || x - (hover.x[i - 1] ?? 0) >= 1.9)).toBe(true)
    expect(hover.values.at(-1)?.[3]).toBe(model.labels.find(({ name }) => name === 'Lend')?.value)
    expect(hover.time[0]).toMatch(/2026/)
  })

  it('is bounded by pixels, not by points', () => {
    expect(hoverOf(buildModel(inputOf('tvl', {}, { frame: narrow }))).x.length).toBeLessThan(170)
  })

  it('goes to the browser as plain data', () => {
    for (const { slug } of charts) {
      const model = interactiveModel(buildModel(inputOf(slug)))
      expect(JSON.parse(JSON.stringify(model))).toEqual(model)
    }
  })
})

describe('the default view of each chart', () => {
  it('is a link without parameters, and draws', () => {
    for (const chart of charts) {
      const model = buildModel({ ...inputOf(chart.slug), view: defaultView(chart), series: seriesFor(chart.slug) })
      expect(model.layers.length).toBeGreaterThan(0)
    }
  })
})
