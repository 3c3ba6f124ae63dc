import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Sparkline } from '@/components/charts/sparkline'
import { Method } from '@/components/method/method'
import { allProblems, Problem, type ProblemCode, problemJson, problems } from '@/lib/api/problem'
import type { Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { metrics } from '@/lib/metrics'
import { errorBody, type RefusalStatus } from '@/lib/server/problem'

const render = (element: React.ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      {element}
    </NextIntlClientProvider>,
  )

describe('the method page', () => {
  it.each(['en', 'zh-Hant'] as const)(
    'names every metric in %s in its index and folds its facts behind its anchor',
    (locale) => {
      const html = render(<Method numbers={null} />, locale)
      for (const { id } of metrics) {
        expect(html, id).toContain(`<a href="#${id}"`)
        // a browser opens the fold that holds what an address points to; it does not where the fold itself is named
        expect(html, id).toMatch(new RegExp(`<details(?:(?!</details>).)*</summary><dl id="${id.replace('.', '\\.')}"`))
      }
      expect(html).not.toMatch(/<details[^>]* open/)
      expect(html.match(/ id="[^"]*"/g)?.length).toBe(new Set(html.match(/ id="[^"]*"/g)).size)
    },
  )

  it('has a place for each problem that an answer’s type can lead to', () => {
    const html = render(<Method numbers={null} />)
    const types = [
      ...Object.keys(problems).map((code) => problemJson(new Problem(code as ProblemCode))),
      ...([400, 404, 405, 414, 500, 503] satisfies RefusalStatus[]).map((status) =>
        JSON.parse(errorBody(status, { kind: 'api', path: '/api/v1/numbers' }).body.toString()),
      ),
    ]
    for (const { type, code, status } of types) {
      expect(type).toBe(`/method#problem-${code}`)
      expect(html).toContain(`id="problem-${code}"`)
      expect(allProblems).toContainEqual({ code, status })
    }
    expect(new Set(types.map(({ code }) => code)).size).toBe(allProblems.length)
  })
})

describe('the way a number took', () => {
  const line = (values: readonly (number | null)[], more: { level?: boolean; stepped?: boolean } = {}) =>
    /d="([^"]*)"/.exec(
      renderToStaticMarkup(
        <Sparkline label="x" stroke="s" points={values.map((value, i) => ({ t: i * 86_400, value }))} {...more} />,
      ),
    )?.[1]

  it('fills its own range, however small', () => {
    expect(line([7.9, 7.901])).toBe('M2 30l196-28')
    expect(line([1, 100])).toBe(line([7.9, 7.901]))
  })

  it('is level where no figure tells its readings apart', () => {
    expect(line([7.9, 7.901], { level: true })).toBe('M2 16h196')
    expect(line([3, 3, 3])).toBe('M2 16h196')
  })

  it('begins with two readings', () => {
    expect(line([3])).toBeUndefined()
    expect(line([null, 3])).toBeUndefined()
  })

  it('keeps every extreme and every gap of a year in few points', () => {
    const year = Array.from({ length: 366 }, (_, i) =>
      i === 200 ? 9 : i === 201 ? 1 : i === 300 ? null : 5 + (i % 7) / 10,
    )
    const path = line(year) ?? ''
    expect(path.match(/M/g)).toHaveLength(2)
    expect(path.length).toBeLessThan(1_500)
    expect(path.length).toBeLessThan((line(year, { stepped: true }) ?? '').length)
  })
})
