import { describe, expect, it } from 'vitest'
import { pageCardHref } from '@/app/page-card'
import { renderPageCard } from '@/lib/charts/render/page-card'
import { numbersOf } from '@/lib/numbers/number-index'
import { type PageName, pageDefinition, pageNames } from '@/lib/pages'
import { cardOf } from '@/lib/pages/card'
import { canonicalUrl } from '@/lib/server/canonical'
import { chartSnapshot } from '../support/fixture-history'

const numbers = numbersOf(chartSnapshot)
const named = pageNames.filter((name) => !pageDefinition(name).path.includes('['))

describe('the card of a page', () => {
  it.each(named)('of %s is its own, in both languages', (name) => {
    const { path } = pageDefinition(name)
    for (const locale of ['en', 'zh-Hant'] as const) {
      const address = pageCardHref(name, path, locale)
      expect(canonicalUrl(address)).toMatchObject({ kind: 'sibling' })
      if (name !== 'overview') expect(address).not.toContain('/charts/tvl')
      if (!address.startsWith('/cards')) continue
      const words = cardOf(path, numbers, locale)
      if (words === null) throw new Error(`${path} has no card.`)
      expect(renderPageCard({ ...words, asOf: '', locale })).toContain(`<title>${words.title}</title>`)
    }
  })

  it('shows the value of a number and the supply rate of a reserve', () => {
    const number = cardOf('/numbers/tvl.total-usd:all:TOTAL', numbers, 'en')
    expect(number?.figure?.value).toMatch(/^\$/)
    const reserve = chartSnapshot.numbers.find(({ metric }) => metric === 'lend.supply-apy')
    const card = cardOf(`/lend/${reserve?.chain}/${reserve?.key}`, numbers, 'zh-Hant')
    expect(card?.title).toContain('SparkLend')
    expect(card?.title).not.toContain('{')
  })

  it('is of no page that there is not', () => {
    for (const path of ['/nothing', '/numbers/nothing', '/lend/mars/USDC', '/charts/tvl', ''])
      expect([path, cardOf(path, numbers, 'en')]).toEqual([path, null])
  })

  it('keeps the id of a number in its address', () => {
    const name: PageName = 'number'
    expect(pageCardHref(name, '/numbers/tvl.total-usd:all:TOTAL', 'zh-Hant')).toBe(
      '/cards/zh-Hant/numbers/tvl.total-usd:all:TOTAL.png',
    )
  })
})
