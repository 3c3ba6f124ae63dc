import { describe, expect, it } from 'vitest'
import { paintOf } from '@/lib/charts/render/palette'
import { renderSvgFile } from '@/lib/charts/render/svg-file'
import { failed, LEND, tvl } from '../support/sample-layouts'
import { inputOf, layoutOf, tvlSeries } from '../support/sample-series'
import { parseXml } from '../support/xml'

const fileOf = (
  slug: 'tvl' | 'rates' | 'spk-vesting',
  locale: 'en' | 'zh-Hant' = 'en',
  theme: 'light' | 'dark' = 'light',
) => renderSvgFile(layoutOf(inputOf(slug, {}, { locale })), { theme })

const idsOf = (svg: string): readonly string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)

describe('an .svg outside our pages', () => {
  it.each(['en', 'zh-Hant'] as const)('says title, sentence, as-of, status, class and source in %s', (locale) => {
    const layout = layoutOf(inputOf('tvl', {}, { locale }))
    const words = renderSvgFile(layout, { theme: 'light' }).replace(/<(title|desc)[^>]*>[^<]*<\/\1>|<[^>]+>/g, ' ')
    for (const text of [layout.title, layout.caption.slice(0, 12), layout.asOf.text, layout.status, layout.source])
      expect(words).toContain(text)
  })

  it('says that the network is a local one where it is', () => {
    const layout = layoutOf(inputOf('tvl'))
    expect(renderSvgFile(layout, { theme: 'light', mark: 'Local network, not mainnet' })).toContain(
      '>Local network, not mainnet</text>',
    )
    expect(renderSvgFile(layout, { theme: 'light' })).not.toContain('Local network')
  })

  it('says which of its newest numbers could not be read, or are old', () => {
    const last = tvlSeries()[0]?.points.length ?? 0
    const lacking = tvl((point, id, i) => (id === LEND && i === last - 1 ? failed(point) : point))
    expect(renderSvgFile(lacking, { theme: 'light' })).toContain('Lend could not be read')
    const old = tvl((point, id, i) => (id === LEND && i === last - 1 ? { ...point, status: 'stale' } : point))
    expect(renderSvgFile(old, { theme: 'light' })).toContain('older value of Lend')
    expect(fileOf('tvl')).toContain('all numbers read')
  })

  it('brings its name space, its ground and its colours, and nothing that reaches out of it or fetches', () => {
    for (const svg of [fileOf('tvl'), fileOf('rates', 'zh-Hant', 'dark'), fileOf('spk-vesting')]) {
      const [root] = parseXml(svg)
      expect(root?.attributes.xmlns).toBe('http://www.w3.org/2000/svg')
      expect(svg).not.toMatch(/<style|<script|<a |<use|<image|var\(|\s(style|class|href)=/)
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:/)
      for (const [, id = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(idsOf(svg)).toContain(id)
    }
    expect(fileOf('tvl')).toContain(`fill="${paintOf('card', 'light')}"`)
  })

  it('has ids of its own beside any other picture, of the same chart in another theme or language too', () => {
    const all = [
      fileOf('spk-vesting'),
      fileOf('spk-vesting', 'en', 'dark'),
      fileOf('spk-vesting', 'zh-Hant'),
      fileOf('tvl'),
    ].flatMap(idsOf)
    expect(new Set(all).size).toBe(all.length)
    expect(fileOf('tvl')).toBe(fileOf('tvl'))
  })

  it('takes nothing from the text of a document around it', () => {
    const [root] = parseXml(fileOf('tvl'))
    for (const name of ['font-weight', 'font-style', 'letter-spacing', 'word-spacing', 'text-anchor', 'font-family'])
      expect(root?.attributes[name]).toBeDefined()
  })
})
