import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Meter } from '@/components/charts/meter'
import { Changes } from '@/components/figures/changes'
import { Notes } from '@/components/figures/notes'
import { Value } from '@/components/figures/value'
import { ageText } from '@/components/layout/ages'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { numbersOf } from '@/lib/numbers/number-index'
import { fixtureSnapshot, num } from '../support/fixture-snapshot'
import { startPageResponse } from '../support/page-response'

startPageResponse()

const render = (element: React.ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      {element}
    </NextIntlClientProvider>,
  )

const held = (id: string) => {
  const found = fixtureSnapshot.numbers.find((each) => each.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('a number on a page', () => {
  it('is a link to its proof, in the page’s language', () => {
    const html = render(<Value of={held('lend.borrow-apy:ethereum:USDC')} />, 'zh-Hant')
    expect(html).toContain('href="/zh-Hant/numbers/lend.borrow-apy:ethereum:USDC"')
    expect(html).toContain('data-number="lend.borrow-apy:ethereum:USDC"')
    expect(html).toContain('>5.81\u00a0%<')
  })

  it('that no snapshot holds leads nowhere', () => {
    const html = render(<Value of={numbersOf(fixtureSnapshot).get('lend.price', 'ethereum', 'NOPE')} />)
    expect(html).not.toContain('href')
    expect(html).toContain('It has not been read.')
  })

  it('that is unknown is an em dash with its reason, never 0', () => {
    const html = render(<Value of={held('lend.available-usd:gnosis:GNO')} />)
    expect(html).toContain('—')
    expect(html).toContain('No price exists: no contract gives one.')
    expect(html).not.toMatch(/>\$?0/)
  })

  it('that is stale stands, with a hollow dot and why', () => {
    const html = render(<Value of={held('savings.apy:unichain:SUSDS')} />)
    expect(html).toContain('4.25\u00a0%')
    expect(html).toContain('<svg')
    expect(html).toContain('Stale: The node did not answer in time.')
  })

  it('without a value but with a note says the note', () => {
    const unlimited = num('lend.supply-cap', 'ethereum', 'WETH', null, { status: 'ok', note: 'unlimited' })
    expect(render(<Value of={unlimited} />)).toContain('>unlimited<')
    expect(render(<Value of={unlimited} />, 'zh-Hant')).toContain('>無上限<')
  })

  it('that is a contract’s way of saying no cap says so, and why', () => {
    const zero = num('lend.supply-cap', 'ethereum', 'DAI', '0', { note: 'none' })
    const removed = num('lend.borrow-cap', 'ethereum', 'USDC', '68719476735', { note: 'no-cap' })
    for (const cap of [zero, removed]) expect(render(<Value of={cap} />)).toContain('>unlimited<')
    expect(render(<Notes of={zero} />, 'zh-Hant')).toContain('合約以 0 表示不設上限')
    expect(render(<Notes of={removed} />)).toContain('no cap: it has been removed')
  })

  it('that is a flag says yes or no', () => {
    expect(render(<Value of={num('lend.frozen', 'gnosis', 'USDC', '1')} />)).toContain('>yes<')
    expect(render(<Value of={num('lend.frozen', 'gnosis', 'USDC', '0')} />, 'zh-Hant')).toContain('>否<')
  })

  it('names what a sum leaves out and which chains it has', () => {
    const html = render(<Notes of={{ ...held('tvl.total-usd:all:TOTAL'), parts: { have: 5, of: 6 } }} />)
    expect(html).toContain('5 of 6 chains')
    expect(html).toContain('href="/numbers/tvl.total-usd:all:TOTAL#omitted"')
    expect(html).toMatch(/excludes \d+ /)
    expect(render(<Notes of={held('lend.supply-apy:ethereum:USDC')} />)).toBe('')
  })
})

describe('changes of a headline', () => {
  const by = (raw: bigint) => ({ raw, decimals: 4 })

  it('name their unit once, and stand as a dash with its reason where history is short', () => {
    const html = render(
      <Changes
        unit="ratio"
        of={[
          { span: 'day', by: by(12n) },
          { span: 'week', by: by(-5n) },
          { span: 'month', by: null },
        ]}
      />,
    )
    expect(html.match(/% points/g)).toHaveLength(1)
    expect(html).toContain('+0.12')
    expect(html).toContain('\u22120.05')
    expect(html).toContain('title="no history yet">—')
  })

  it('are one line where nothing moved that a figure would show', () => {
    const html = render(
      <Changes
        unit="usd"
        of={[
          { span: 'day', by: by(0n) },
          { span: 'week', by: { raw: 4n, decimals: 5 } },
          { span: 'month', by: null },
        ]}
      />,
    )
    expect(html).toContain('Unchanged over a week')
    expect(html).not.toContain('0.00')
  })

  it('are nothing without any history', () => {
    expect(render(<Changes unit="usd" of={[{ span: 'day', by: null }]} />)).toBe('')
  })
})

describe('a table', () => {
  type Row = { readonly name: string; readonly size: number }
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: 'Name', cell: ({ name }) => name, sort: ({ name }) => name },
    { key: 'size', head: 'Size', unit: 'USD', align: 'end', cell: ({ size }) => size, sort: ({ size }) => size },
  ]
  const rows = [
    { name: 'b', size: 2 },
    { name: 'a', size: 3 },
    { name: 'c', size: 1 },
  ]
  type Sort = { readonly column: string; readonly descending: boolean }
  const table = (sort: Sort | null, initial?: Sort) =>
    render(
      <DataTable
        id="t"
        caption="Things"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        path="/lend"
        sort={sort}
        {...(initial ? { initial } : {})}
      />,
    )
  const order = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*><div class="name">(\w)<\/div><\/th>/g)].map(([, name]) => name).join('')

  it('sorts by plain links that work without a script', () => {
    expect(order(table(null))).toBe('bac')
    expect(order(table({ column: 'size', descending: true }))).toBe('abc')
    expect(order(table({ column: 'name', descending: true }))).toBe('cba')
    expect(order(table({ column: 'nothing', descending: true }))).toBe('bac')
    expect(table(null)).toContain('href="/lend?sort=t.-size"')
    expect(table({ column: 'size', descending: true })).toContain('aria-sort="descending"')
  })

  it('keeps room for the arrow in every head that sorts, and shows how it stands before anybody sorts it', () => {
    const room = /class="arrow"/g
    expect(table(null).match(room)).toHaveLength(2)
    expect(table({ column: 'size', descending: true }).match(room)).toHaveLength(2)
    expect(table(null, { column: 'size', descending: true })).toContain('aria-sort="descending"')
    expect(order(table(null, { column: 'size', descending: true }))).toBe('bac')
  })

  it('can be scrolled by keyboard, and names itself', () => {
    expect(table(null)).toMatch(/<section id="t" aria-label="Things" aria-describedby="table-keys" tabindex="0"/i)
  })
})

describe('a meter', () => {
  it('never draws beyond its ends', () => {
    expect(render(<Meter percent={120} label="over the cap" />)).toContain(
      'width="100%" height="8" rx="2" class="fill-lend"',
    )
    expect(render(<Meter percent={-5} label="nothing" />)).toContain('width="0%"')
  })
})

describe('an age that goes on', () => {
  it('is written as the server writes it', () => {
    const units = { s: 's', min: 'min', h: 'h', d: 'd', old: '{age} old' }
    expect([9, 59.9, 60, 3599, 3600, 90_000].map((age) => ageText(age, units))).toEqual(
      ['9 s', '59 s', '1 min', '59 min', '1 h', '1 d'].map((text) => text.replace(' ', '\u00a0')),
    )
    expect(ageText(-3, units)).toBe('0\u00a0s')
  })
})
