import { describe, expect, it } from 'vitest'
import { CountedOnce } from '@/components/figures/counted-once'
import { locales } from '@/lib/i18n/locales'
import { numbersOf } from '@/lib/numbers/number-index'
import { chartSnapshot } from '../support/fixture-history'
import { startPageResponse } from '../support/page-response'
import { render } from '../support/render'

startPageResponse()

const numbers = numbersOf(chartSnapshot)

describe.each(locales)('what of a headline the total counts, in %s', (locale) => {
  it.each([
    ['LIQUIDITY', ['tvl.line-usd:all:LIQUIDITY']],
    ['LEND', ['tvl.line-usd:all:LEND']],
    ['all', ['tvl.line-usd:all:LEND', 'tvl.line-usd:all:LIQUIDITY']],
  ] as const)('stands under that of %s with both numbers, each a link where there is one', (page, ids) => {
    const html = render(<CountedOnce numbers={numbers} page={page} />, locale)
    for (const id of ids) expect(html).toContain(`data-number="${id}"`)
    const links = [...html.matchAll(/data-number="([^"]+)"/g)].map(([, id]) => id ?? '')
    for (const id of links) expect(numbers.byId(id)).toBeDefined()
  })
})
