import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChartLayout, Note, Size } from '@/lib/charts/layout/chart-layout'
import { layoutChart } from '@/lib/charts/layout/layout-chart'
import { sizes } from '@/lib/charts/layout/sizes'
import { textWidth } from '@/lib/charts/layout/text-width'
import { renderSvg } from '@/lib/charts/render/svg'
import { tableOf } from '@/lib/charts/render/table'
import { type RateCurveInput, rateCurveState } from '@/lib/charts/state/rate-curve'
import { curveWords } from '@/lib/charts/state/rate-curve-words'
import type { Locale } from '@/lib/format/locale'
import { AS_OF, narrow, wide } from '../support/sample-series'
import { parseXml } from '../support/xml'

const web = { theme: 'auto', fontMode: 'web' } as const
const locales = ['en', 'zh-Hant'] as const

const curve = {
  name: 'USDC · Ethereum',
  optimal: '0.95',
  base: '0',
  slope1: '0.0525',
  slope2: '0.2',
  reserveFactor: '0.1',
  utilization: '0.812',
  rate: 'APY',
  asOf: AS_OF,
  methodVersion: 1,
} as const

type Change = Partial<RateCurveInput> & { readonly locale?: Locale; readonly size?: Size }

const stateOf = (change: Partial<RateCurveInput> = {}) => {
  const state = rateCurveState({ ...curve, ...change })
  if (state === null) throw new Error('no curve')
  return state
}

const layoutOf = ({ locale = 'en', size = wide, ...change }: Change = {}) => layoutChart(stateOf(change), size, locale)

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const captionOf = (change: Change) => plain(layoutOf({ rate: 'APR', ...change }).caption)

type Box = { readonly text: string; readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number }

const boxOf = ({ x, y, text, anchor }: Note, weight?: 'semibold'): Box => {
  const width = textWidth(text, 12, weight)
  const x0 = anchor === 'start' ? x : x - width
  return { text, x0, x1: x0 + width, y0: y - 9, y1: y + 2 }
}

/** All words of the drawing that stand above or inside the plot. */
const wordsOf = ({ events, points, labels, y }: ChartLayout): readonly Box[] =>
  [
    ...events.map(({ note }) => boxOf(note)),
    ...points.map(({ note }) => boxOf(note, 'semibold')),
    ...labels.map((each) => boxOf({ ...each, y: each.y + 4.2, text: `${each.name} ${each.value}` })),
    boxOf({ x: 0, y: 12, text: y.title ?? '', anchor: 'start' }),
  ].filter(({ text }) => text !== '')

const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1

describe('an interest rate curve', () => {
  it('is the contract’s arithmetic, compounded, at the kink, today and the end', () => {
    const { series, instants } = stateOf()
    const at = (usage: number) => series.map(({ values }) => Number(values[instants.indexOf(usage)]))
    const apy = (apr: number) => Math.expm1(apr)
    expect(at(0)).toEqual([0, 0])
    // per-second compounding of a rate differs from continuous compounding in the ninth digit only
    expect(at(0.95)[0]).toBeCloseTo(apy(0.0525), 8)
    expect(at(1)[0]).toBeCloseTo(apy(0.2525), 8)
    expect(at(0.812)[0]).toBeCloseTo(apy((0.0525 * 0.812) / 0.95), 8)
    expect(at(0.812)[1]).toBeCloseTo(apy(((0.0525 * 0.812) / 0.95) * 0.812 * 0.9), 8)
  })

  it('as APR is what the contract stores', () => {
    const { series, yTitle } = stateOf({ rate: 'APR' })
    expect(yTitle?.en).toBe('Yearly rate (APR)')
    expect(series[0]?.values.at(-1)).toBe('0.2525')
    expect(series[1]?.values.at(-1)).toBe('0.22725')
  })

  it('marks the kink and today, in both languages and sizes, as the other charts are painted', () => {
    for (const locale of locales)
      for (const size of [wide, sizes.column, narrow]) {
        const model = layoutOf({ locale, size })
        parseXml(renderSvg(model, web))
        expect(model.events.map(({ text, today }) => [plain(text), today])).toEqual([
          [locale === 'en' ? 'kink 95 %' : '轉折點 95 %', false],
          [locale === 'en' ? 'today 81.20 %' : '目前 81.20 %', true],
        ])
        expect(model.points).toHaveLength(2)
        expect(plain(model.caption)).toContain('81.20 %')
        expect(tableOf(stateOf(), locale).rows).toHaveLength(53)
        for (const { x, y } of model.points)
          expect(x > model.plot.left && x < model.plot.right && y < model.plot.bottom).toBe(true)
      }
  })

  it('tells its two lines apart without colour', () => {
    expect(layoutOf().layers.map(({ key, dashed }) => [key, dashed])).toEqual([
      ['supply', true],
      ['borrow', false],
    ])
    expect(layoutOf({ size: narrow }).legend.map(({ name, dashed }) => [name, dashed])).toEqual([
      ['Borrow', false],
      ['Supply', true],
    ])
  })

  it('puts today’s points on its lines, whatever the utilisation', () => {
    for (const utilization of ['0', '0.123456789', '0.95', '0.9876', '1']) {
      const { points, layers } = layoutOf({ utilization })
      points.forEach(({ x, y }, i) => {
        const run = layers[i]?.runs[0] ?? []
        const on = run.some(
          (px, at) => at % 2 === 0 && Math.abs(px - x) < 0.1 && Math.abs((run[at + 1] ?? 0) - y) < 0.1,
        )
        expect([utilization, i, on]).toEqual([utilization, i, true])
      })
    }
  })

  it('keeps its words inside the picture and off each other, wherever kink and reserve stand', () => {
    const bps = fc.integer({ min: 0, max: 10_000 }).map((n) => String(n / 10_000))
    fc.assert(
      fc.property(
        fc.record({
          optimal: fc.integer({ min: 1, max: 10_000 }).map((n) => String(n / 10_000)),
          utilization: fc.oneof(bps, fc.constantFrom('0', '1', '0.95', '0.9512')),
          base: fc.constantFrom('0', '0.01', '0.3'),
          slope1: fc.constantFrom('0', '0.0525', '0.4'),
          slope2: fc.constantFrom('0', '0.2', '3'),
          reserveFactor: fc.constantFrom('0', '0.1', '1'),
          locale: fc.constantFrom(...locales),
          size: fc.constantFrom(wide, sizes.column, narrow),
        }),
        (change) => {
          const model = layoutOf(change)
          const words = wordsOf(model)
          for (const { text, x0, x1, y0 } of words) {
            expect([text, x0 >= 0, x1 <= model.size.width + 1, y0 >= 0]).toEqual([text, true, true, true])
          }
          const pairs = words.flatMap((a, i) =>
            words
              .slice(i + 1)
              .filter((b) => overlap(a, b))
              .map((b) => [a.text, b.text]),
          )
          expect(pairs).toEqual([])
        },
      ),
      { numRuns: 250 },
    )
  })
})

describe('its sentence', () => {
  it('says what it costs now, at the kink and at the end', () => {
    expect(captionOf({})).toBe(
      'At a utilisation of 81.20 % borrowers would pay 4.49 % and suppliers earn 3.28 % (APR); borrowing rises to 5.25 % at the kink of 95 %, and from there to 25.25 % when everything is lent.',
    )
    expect(captionOf({ locale: 'zh-Hant' })).toBe(
      '以目前 81.20 % 的利用率，借款人應付 4.49 %，存款人可得 3.28 %（APR）；借款利率在 95 % 的轉折點升至 5.25 %，全數借出時為 25.25 %。',
    )
  })

  it('says that the reserve stands above the kink', () => {
    expect(captionOf({ utilization: '0.97' })).toMatch(/^At a utilisation of 97\.00 %, above the kink of 95 %, /)
    expect(captionOf({ utilization: '0.97', locale: 'zh-Hant' })).toContain('已超過 95 % 的轉折點')
  })

  it('says that nothing is borrowed, or everything', () => {
    expect(captionOf({ utilization: '0', base: '0.01' })).toMatch(/^Nothing is borrowed: borrowing begins at 1\.00 %/)
    expect(captionOf({ utilization: '1' })).toBe(
      'Everything is lent, so nothing can be withdrawn: borrowers would pay 25.25 % and suppliers earn 22.73 % (APR), the top of the curve.',
    )
  })

  it('says that the utilisation is not known, and marks none', () => {
    for (const utilization of [null, '1.2', '-0.1']) {
      const model = layoutOf({ utilization })
      expect(model.points).toEqual([])
      expect(model.events).toHaveLength(1)
      expect(model.caption).toContain('not known')
    }
  })

  it('says that nothing is asked at all', () => {
    const model = layoutOf({ utilization: '0', slope1: '0', slope2: '0' })
    expect(model.y.max).toBe(1)
    expect(model.caption).toContain('charges nothing')
    expect(model.points.filter(({ note }) => note.text !== '')).toHaveLength(1)
    parseXml(renderSvg(model, web))
  })
})

describe('its notes', () => {
  it.each(['paused', 'frozen', 'inactive', 'unborrowable'] as const)('say first that the reserve is %s', (closed) => {
    for (const locale of locales) expect(layoutOf({ closed, locale }).notes[0]).toBe(curveWords[locale].closed[closed])
  })

  it('say that an older value stands', () => {
    expect(layoutOf({ isStale: true }).notes[0]).toContain('the last refresh failed')
    expect(layoutOf().notes).toEqual([curveWords.en.note])
  })
})

describe('no curve', () => {
  it('is drawn of parameters that are none', () => {
    expect(rateCurveState({ ...curve, optimal: '0' })).toBeNull()
    expect(rateCurveState({ ...curve, optimal: '1.1' })).toBeNull()
    expect(rateCurveState({ ...curve, slope2: '5000' })).toBeNull()
  })
})
