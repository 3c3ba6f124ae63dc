import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { parseView, viewQuery, viewSearch } from '@/lib/charts/query/codec'
import { type Migration, migrate, migrations, renamed, revalued, viewVersion } from '@/lib/charts/query/migrations'
import { parseDay, printDay, viewParamNames } from '@/lib/charts/query/params'
import { defaultView, type View, type Viewable } from '@/lib/charts/query/view'
import { seriesKeys } from '@/lib/charts/state/select-series'
import { seriesFor } from '../support/sample-series'

const chart: Viewable = {
  slug: 'sample',
  view: {
    modes: ['line', 'chain'],
    scales: ['linear', 'share', 'log'],
    ranges: ['30d', '90d', '1y', 'all'],
    range: '1y',
    chains: ['ethereum', 'gnosis', 'base'],
  },
}
const parse = (query: string, options = {}) => parseView(chart, new URLSearchParams(query), options)
const LEND = 'tvl.line-usd:all:LEND'
const PIN = 'a'.repeat(64)

/** Any view that a chart may have, with series of its own. */
const viewOf = (of: Viewable, keys: readonly string[]): fc.Arbitrary<View> => {
  const day = fc.integer({ min: 16_646, max: 47_481 }).map((n) => n * 86_400)
  const days = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
  const some = fc.subarray([...keys].sort(), { maxLength: 5 })
  return fc.record({
    range: fc.oneof(fc.constantFrom(...of.view.ranges), days),
    mode: fc.constantFrom(...of.view.modes),
    scale: fc.constantFrom(...of.view.scales),
    chains: fc.subarray([...of.view.chains]).map((chains) => (chains.length === of.view.chains.length ? [] : chains)),
    hide: some,
    add: some,
    pin: fc.oneof(
      fc.constant(null),
      fc
        .tuple(
          fc.oneof(days, fc.constant({ snapshot: PIN })),
          fc.option(fc.integer({ min: 0, max: 999_999_999_999_999 })),
        )
        .map(([what, stored]) => (stored === null ? what : { ...what, stored })),
    ),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    locale: fc.constantFrom('en', 'zh-Hant'),
    controls: fc.boolean(),
  })
}

describe('a view as a query', () => {
  it('is nothing where nothing differs from where the chart begins', () => {
    for (const each of charts) expect(viewQuery(each, defaultView(each)).toString()).toBe('')
  })

  it('says only what differs, in one order, with the version last', () => {
    const view: View = {
      ...defaultView(chart),
      theme: 'dark',
      chains: ['gnosis', 'base'],
      mode: 'chain',
      range: { from: Date.UTC(2026, 0, 1) / 1000, to: Date.UTC(2026, 0, 31) / 1000 },
      hide: [LEND],
    }
    expect(decodeURIComponent(viewQuery(chart, view).toString())).toBe(
      `from=2026-01-01&to=2026-01-31&mode=chain&chains=gnosis,base&hide=${LEND}&theme=dark&v=2`,
    )
  })

  it('round-trips, for any view of any chart', () => {
    for (const each of charts) {
      const known = seriesKeys(each, new Set(seriesFor(each.slug).map(({ id }) => id)))
      fc.assert(
        fc.property(viewOf(each, [...known]), (view) => {
          const query = viewQuery(each, view)
          expect(parseView(each, query, { known })).toEqual({ view, problems: [] })
          expect(viewQuery(each, parseView(each, query).view).toString()).toBe(query.toString())
        }),
        { numRuns: 60 },
      )
    }
  })

  it('has one spelling, however it was written', () => {
    const spellings = [
      'chains=base,ethereum&mode=chain',
      'mode=chain&chains=ethereum,base&v=1',
      'mode=chain&utm_source=x&chains=ethereum,base,base&range=1y',
    ]
    const written = spellings.map((query) => viewQuery(chart, parse(query).view).toString())
    expect(new Set(written)).toEqual(new Set(['mode=chain&chains=ethereum%2Cbase&v=2']))
  })

  it('leaves out the language that the page’s path says', () => {
    const { view } = parse('scale=log', { locale: 'zh-Hant' })
    expect(view.locale).toBe('zh-Hant')
    expect(viewQuery(chart, view, { locale: 'zh-Hant' }).toString()).toBe('scale=log&v=2')
    expect(viewQuery(chart, view).toString()).toBe('scale=log&locale=zh-Hant&v=2')
  })

  it('is readable in an address bar, and means the same', () => {
    const view: View = { ...defaultView(chart), chains: ['ethereum', 'base'], hide: [LEND] }
    expect(viewSearch(chart, view)).toBe(`?chains=ethereum,base&hide=${LEND}&v=2`)
    expect(parseView(chart, new URLSearchParams(viewSearch(chart, view))).view).toEqual(view)
    expect(viewSearch(chart, defaultView(chart))).toBe('')
  })

  it('takes all chains for no filter', () => {
    expect(parse('chains=ethereum,gnosis,base').view.chains).toEqual([])
  })
})

describe('a query that is wrong', () => {
  it.each([
    ['range=2y', 'range', '30d, 90d, 1y, all; or leave it out and give from and to'],
    ['range=1y&from=2026-01-01&to=2026-01-02', 'range', '30d, 90d, 1y, all; or leave it out and give from and to'],
    ['from=2026-02-30&to=2026-03-01', 'from', /a day such as/],
    ['from=2026-01-01', 'to', /a day such as/],
    ['to=2026-01-01', 'from', /a day such as/],
    ['from=2026-02-01&to=2026-01-01', 'to', /from first/],
    ['from=1969-01-01&to=2026-01-01', 'from', /2015-07-30/],
    ['mode=pie', 'mode', 'line, chain'],
    ['scale=sqrt', 'scale', 'linear, share, log'],
    ['chains=ethereum,solana', 'chains', 'ethereum, gnosis, base'],
    ['chains=unichain', 'chains', 'ethereum, gnosis, base'],
    [`hide=${'<script>'}`, 'hide', /up to 24 series/],
    [`add=${Array.from({ length: 25 }, (_, i) => `tvl.line-usd:all:K${i}`).join(',')}`, 'add', /up to 24 series/],
    ['pin=abc', 'pin', /64 hexadecimal/],
    ['pin=2026-01-01..2026-02-01@', 'pin', /two days/],
    ['pin=2026-01-01..2026-02-01@01', 'pin', /two days/],
    ['pin=2026-01-01..2026-02-01@1@2', 'pin', /two days/],
    ['pin=2026-02-01..2026-01-01', 'pin', /two days/],
    ['pin=2026-01-01..2026-02-01..2026-03-01', 'pin', /two days/],
    ['theme=blue', 'theme', 'auto, light, dark'],
    ['locale=zh-TW', 'locale', 'en, zh-Hant'],
    ['controls=yes', 'controls', '0, 1'],
    ['v=0', 'v', 'a whole number from 1 to 2'],
    ['v=3', 'v', 'a whole number from 1 to 2'],
    ['mode=line&mode=chain', 'mode', 'given once'],
  ])('%s names the parameter and what it may be', (query, parameter, allowed) => {
    const { view, problems } = parse(query)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.parameter).toBe(parameter)
    const said = problems[0]?.allowed.en
    if (typeof allowed === 'string') expect(said).toBe(allowed)
    else expect(said).toMatch(allowed)
    if (allowed !== 'given once') expect(view).toEqual(defaultView(chart))
  })

  it('says the same in Chinese: the same values, no English sentence', () => {
    for (const query of ['range=2y', 'from=2026-01-01', 'mode=pie', 'hide=!', 'pin=abc', 'theme=x', 'mode=a&mode=b']) {
      const { en = '', 'zh-Hant': zh = '' } = parse(query).problems[0]?.allowed ?? {}
      for (const value of en.match(/\b(?:\d[\d.-]*|30d|90d|line|chain|auto|light|dark)\b/g) ?? [])
        expect(zh).toContain(value)
      expect(zh).not.toMatch(/\b(?:a|or|and|of|such|given|series|days?)\b/)
    }
  })

  it('with a series that the chart does not know is a problem where the known ones are given', () => {
    const known = new Set([LEND])
    expect(parse(`hide=${LEND}`, { known }).problems).toEqual([])
    expect(parse('hide=tvl.line-usd:all:OTHER', { known }).problems).toHaveLength(1)
    expect(parse('hide=tvl.line-usd:all:OTHER').problems).toEqual([])
  })

  it('lets unknown parameters and empty values fall away', () => {
    expect(parse('foo=1&utm_source=x&range=&__proto__=1&constructor=2')).toEqual({
      view: defaultView(chart),
      problems: [],
    })
  })

  it('never throws nor echoes, whatever is asked', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '\u0000',
        '../../etc',
        '9'.repeat(400),
        '2026-13-01',
        '%',
        '😀,😀',
      ),
    )
    const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...viewParamNames), fc.string({ maxLength: 12 })), text), {
      maxLength: 12,
    })
    const words = new Set(['1', '0', 'en', 'to', 'a', ''])
    fc.assert(
      fc.property(pairs, fc.constantFrom(...charts), (entries, each) => {
        const { view, problems } = parseView(each, new URLSearchParams(entries.map(([k, v]) => [k, v])))
        for (const { parameter, allowed } of problems) {
          expect(viewParamNames).toContain(parameter)
          for (const [, value] of entries)
            if (value.length > 12 && !words.has(value)) expect(JSON.stringify(allowed)).not.toContain(value)
        }
        expect(viewQuery(each, view).toString().length).toBeLessThan(12_000)
        expect(parseView(each, viewQuery(each, view))).toEqual({ view, problems: [] })
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('days', () => {
  it('are UTC midnights there and back', () => {
    expect(parseDay('2026-02-28')).toBe(Date.UTC(2026, 1, 28) / 1000)
    expect(printDay(Date.UTC(2024, 1, 29) / 1000)).toBe('2024-02-29')
    for (const wrong of ['2026-2-1', '2026-02-29', '20260201', '2026-00-10', '', '2026-01-01T00:00'])
      expect(parseDay(wrong)).toBeUndefined()
  })
})

describe('migrations', () => {
  // a vocabulary as it might grow: `period` becomes `range`, then `max` becomes `all`
  const table: readonly Migration[] = [renamed('period', 'range'), revalued('range', 'max', 'all')]

  it('bring an old link to today’s words, each step once and in order', () => {
    expect(migrate({ period: 'max', theme: 'dark' }, 1, chart, table)).toEqual({ range: 'all', theme: 'dark' })
    expect(migrate({ range: 'max' }, 2, chart, table)).toEqual({ range: 'all' })
    expect(migrate({ range: 'max' }, 3, chart, table)).toEqual({ range: 'max' })
    expect(migrate({ period: '90d', range: '30d' }, 1, chart, table)).toEqual({ range: '30d' })
  })

  it('keep old links working: what they meant is what they mean', () => {
    const old = parse('period=max&scale=log&v=1', { migrations: table })
    expect(old).toEqual({ view: { ...defaultView(chart), range: 'all', scale: 'log' }, problems: [] })
    expect(parse('range=all&scale=log&v=3', { migrations: table })).toEqual(old)
    expect(parse('range=max&v=3', { migrations: table }).problems).toHaveLength(1)
  })

  it('read a link without a version in today’s words', () => {
    expect(parse('range=all', { migrations: table }).view.range).toBe('all')
    expect(parse('period=max', { migrations: table })).toEqual({ view: defaultView(chart), problems: [] })
  })

  it('refuse a version that has never been', () => {
    expect(parse('v=4', { migrations: table }).problems).toEqual([
      { parameter: 'v', allowed: { en: 'a whole number from 1 to 3', 'zh-Hant': '1 至 3 的整數' } },
    ])
  })

  it('keep the range that an older link to the SPK plan left out: the chart began with all of it', () => {
    const vesting = charts.find(({ slug }) => slug === 'spk-vesting') ?? chart
    const rangeOf = (query: string) => parseView(vesting, new URLSearchParams(query)).view.range
    expect(rangeOf('')).toBe('ahead')
    expect(rangeOf('utm_source=a')).toBe('ahead')
    for (const old of ['v=1', 'mode=yearly&v=1', 'theme=dark', `pin=${PIN}&v=1`, 'range=all', 'range=all&v=1'])
      expect(rangeOf(old)).toBe('all')
    expect(rangeOf('range=90d&v=1')).toBe('90d')
    expect(rangeOf('from=2026-01-01&to=2026-01-31&v=1')).toMatchObject({ from: parseDay('2026-01-01') })
    expect(rangeOf('scale=share&v=2')).toBe('ahead')
    expect(parse('theme=dark&v=1').view.range).toBe(chart.view.range)
  })

  it('number the vocabulary', () => {
    expect(viewVersion).toBe(migrations.length + 1)
  })

  it('change nothing of what they were given', () => {
    const query = Object.freeze({ period: 'max' })
    migrate(query, 1, chart, table)
    expect(query).toEqual({ period: 'max' })
  })
})
