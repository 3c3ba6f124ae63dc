import { describe, expect, it } from 'vitest'
import { reserveCurve } from '@/components/lend/curve-model'
import { Lend } from '@/components/lend/lend'
import { flagged, marketOf, pictureOf, totalsOf } from '@/components/lend/market-model'
import { oracleOf } from '@/components/lend/oracle-model'
import { ReserveArticle } from '@/components/lend/reserve'
import { ReserveCurveBlock } from '@/components/lend/reserve-curve'
import { capOf, findReserve, flagsOf, isRateDue, type Reserve } from '@/components/lend/reserve-model'
import { chainBySlug } from '@/lib/chains'
import { locales } from '@/lib/i18n/locales'
import { toDecimalString } from '@/lib/math/fixed'
import { num } from '../support/fixture-snapshot'
import { addressValue, indexOf, reserve } from '../support/page-numbers'
import { startPageResponse } from '../support/page-response'
import { nestedLinks, render } from '../support/render'

startPageResponse()

const usdc = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48'
const strange = '0x00000000000000000000000000000000DeaDBeef'

const numbers = indexOf([
  ...reserve('ethereum', 'USDC', { underlying: addressValue(usdc), 'oracle-source': addressValue(strange) }),
  ...reserve('ethereum', 'WETH', { supplied: '10.00', borrowed: '5.00', available: '5.00', price: '3000.00000000' }),
  ...reserve('ethereum', 'GNO', { frozen: '1', 'debt-ceiling-usd': '5000000.00' }),
  ...reserve('ethereum', 'SUSDS', { 'supply-cap': '1', ltv: '0.0000', 'borrowing-enabled': '0', borrowed: '0.00' }),
  ...reserve('ethereum', strange, { paused: '1', price: null }, 'ODD'),
  ...reserve('gnosis', 'USDC', { frozen: '1', 'reserve-factor': '0.5000' }),
  ...reserve('gnosis', 'WXDAI', { frozen: '1', 'reserve-factor': '0.5000' }),
])
const ethereum = marketOf(numbers, chainBySlug('ethereum'))
const gnosis = marketOf(numbers, chainBySlug('gnosis'))

const find = (chain: string, asset: string): Reserve => {
  const found = findReserve(numbers, chain, asset)
  if (!found) throw new Error(`${chain} ${asset}`)
  return found
}

describe('a reserve', () => {
  it('is found by key, in any case, and by its token’s address', () => {
    expect(find('ethereum', 'USDC').key).toBe('USDC')
    expect(find('ethereum', 'weth').key).toBe('WETH')
    expect(find('ethereum', usdc.toLowerCase()).key).toBe('USDC')
    expect(find('ethereum', strange).label).toBe('ODD')
    expect(find('gnosis', 'USDC').path).toBe('/lend/gnosis/USDC')
  })

  it('that no market has is not found, nor one on a chain without a market', () => {
    expect(findReserve(numbers, 'ethereum', 'EURE')).toBeNull()
    expect(findReserve(numbers, 'base', 'USDC')).toBeNull()
    expect(findReserve(numbers, 'nowhere', 'USDC')).toBeNull()
  })

  it('bears the marks of what cannot be done, gravest first', () => {
    expect(flagsOf(find('ethereum', 'USDC'))).toEqual([])
    expect(flagsOf(find('ethereum', 'GNO'))).toEqual(['frozen', 'isolated'])
    expect(flagsOf(find('ethereum', 'SUSDS'))).toEqual(['not-borrowable', 'supply-over', 'no-new-collateral'])
    expect(flagsOf(find('ethereum', strange))).toEqual(['paused', 'no-price'])
  })

  it('is full at its cap or a little beyond it, and above a cap that was set below what is in use', () => {
    const used = (usage: string) =>
      flagsOf(found({ 'supply-cap': '100', 'supply-cap-usage': usage, 'supply-headroom': '0' }))
    expect(used('1.02')).toContain('supply-full')
    expect(used('98.42')).toContain('supply-over')
    expect(used('98.42')).not.toContain('supply-full')
  })

  it('that could not be read is not taken for an open one', () => {
    const unread = indexOf(reserve('ethereum', 'USDC', { frozen: null, paused: null }))
    const found = findReserve(unread, 'ethereum', 'USDC')
    expect(found && flagsOf(found)).toContain('unread')
  })

  it('says when a cap is none, and when it is overrun', () => {
    const none = indexOf([
      num('lend.active', 'ethereum', 'DAI', '1'),
      num('lend.supply-cap', 'ethereum', 'DAI', '0', { note: 'none' }),
    ])
    const dai = findReserve(none, 'ethereum', 'DAI')
    expect(dai && capOf(dai, 'supply').isSet).toBe(false)
    expect(capOf(find('ethereum', 'USDC'), 'supply')).toMatchObject({ isSet: true, isOver: false })
    expect(capOf(find('ethereum', 'SUSDS'), 'supply').isOver).toBe(true)
  })

  it('says when its stored rate is more than a basis point from the one due', () => {
    expect(isRateDue(find('ethereum', 'USDC'))).toBe(true)
    const due = find('ethereum', 'USDC')
    const inStep = indexOf(
      reserve('ethereum', 'USDC', {
        'supply-apy': toDecimalString(due.get('next-supply-apy').value ?? { raw: 0n, decimals: 0 }),
        'borrow-apy': toDecimalString(due.get('next-borrow-apy').value ?? { raw: 0n, decimals: 0 }),
      }),
    )
    const same = findReserve(inStep, 'ethereum', 'USDC')
    expect(same && isRateDue(same)).toBe(false)
  })
})

describe('a market', () => {
  it('lists its reserves by size, those without a price last', () => {
    expect(ethereum.rows.map((row) => row.reserve.label)).toEqual(['WETH', 'USDC', 'GNO', 'SUSDS', 'ODD'])
  })

  it('is frozen as a whole only where every reserve is', () => {
    expect([ethereum.isFrozen, gnosis.isFrozen]).toEqual([false, true])
    expect(flagged(ethereum, 'frozen').map(({ key }) => key)).toEqual(['GNO'])
  })

  it('names the reserve factor that all share, and none where they differ', () => {
    expect(gnosis.reserveFactor?.value && toDecimalString(gnosis.reserveFactor.value)).toBe('0.5')
    const mixed = indexOf([
      ...reserve('gnosis', 'USDC', { 'reserve-factor': '0.1000' }),
      ...reserve('gnosis', 'WETH', { 'reserve-factor': '0.2000' }),
    ])
    expect(marketOf(mixed, chainBySlug('gnosis')).reserveFactor).toBeNull()
  })

  it('uses its money as the rate curves see it: borrowed of borrowed and available', () => {
    const { used } = totalsOf(numbers, 'gnosis')
    expect(used && toDecimalString(used)).toBe('0.8')
    expect(totalsOf(indexOf([]), 'gnosis').used).toBeNull()
  })

  it('draws no bar for what has no price', () => {
    const bars = pictureOf(ethereum)
    expect(bars.map(({ reserve: { label } }) => label)).not.toContain('ODD')
    expect(bars[0]).toMatchObject({ supplied: 100, borrowed: 50 })
  })
})

const found = (reads: Parameters<typeof reserve>[2]): Reserve => {
  const one = findReserve(indexOf(reserve('ethereum', 'X', reads)), 'ethereum', 'X')
  if (!one) throw new Error('no reserve X')
  return one
}
const curveOf = (reads: Parameters<typeof reserve>[2] = {}) => reserveCurve(found(reads), 'en')

describe('a rate curve', () => {
  it('has the strategy’s own rates at the kink, at the ends and where the reserve stands', () => {
    const table = curveOf()?.table.map(({ utilization, borrowApr, isKink, isToday }) => [
      toDecimalString(utilization),
      toDecimalString(borrowApr),
      isKink,
      isToday,
    ])
    expect(table?.at(0)).toEqual(['0', '0.01', false, false])
    expect(table?.at(-3)?.slice(2)).toEqual([false, true])
    expect(table?.at(-3)?.[0]).toBe('0.8')
    expect(table?.at(-2)).toEqual(['0.9', '0.05', true, false])
    expect(table?.at(-1)).toEqual(['1', '0.55', false, false])
    expect(table).toHaveLength(7)
  })

  it('pays suppliers what borrowers pay, on what is lent, less the reserve factor', () => {
    const full = curveOf()?.table.at(-1)
    expect(full && toDecimalString(full.supplyApr)).toBe('0.495')
  })

  it('is drawn from the same figures as its table', () => {
    const curve = curveOf()
    for (const { utilization, borrowApr, supplyApr } of curve?.table ?? []) {
      const at = curve?.state.instants.indexOf(Number(toDecimalString(utilization))) ?? -1
      const drawn = curve?.state.series.map(({ values }) => values[at])
      // every two per cent are drawn, the table’s quarters between them are not
      if (at >= 0) expect(drawn).toEqual([borrowApr, supplyApr].map(toDecimalString))
    }
  })

  it('is none where a parameter is unknown, the kink is at 0 or the rate absurd', () => {
    expect(curveOf({ 'slope-1': null })).toBeNull()
    expect(curveOf({ 'reserve-factor': null })).toBeNull()
    expect(curveOf({ 'optimal-utilization': '0.000000000000000000000000000' })).toBeNull()
    expect(curveOf({ 'slope-2': '9999999.000000000000000000000000000' })).toBeNull()
  })

  const shown = (reads: Parameters<typeof reserve>[2]) => render(<ReserveCurveBlock reserve={found(reads)} />)

  it.each([
    ['paused', { paused: '1' }, 'The reserve is paused'],
    ['frozen', { frozen: '1' }, 'The reserve is frozen'],
    ['collateral only', { 'borrowing-enabled': '0' }, 'Borrowing is switched off'],
    ['empty', { supplied: '0.00', borrowed: '0.00', available: '0.00' }, 'Nothing is borrowed'],
    ['lent to the last', { borrowed: '1000.00', available: '0.00' }, 'Everything is lent'],
    ['flat', { 'base-rate': '0.0', 'slope-1': '0.0', 'slope-2': '0.0' }, 'charges nothing at any utilisation'],
    ['of unknown use', { borrowed: null }, 'where the reserve stands is not known'],
  ] as const)('of a reserve that is %s is drawn, and says so', (_, reads, said) => {
    const html = shown(reads)
    expect(html).toContain(said)
    expect(html.match(/data-frame=/g)).toHaveLength(2)
    expect(html).toContain('As of ')
    expect(html).not.toContain('style=')
  })

  it('that cannot be drawn says which parameter is missing, and why', () => {
    const html = shown({ 'slope-1': null, 'reserve-factor': null })
    expect(html).toContain('without Slope 1 and Reserve factor')
    expect(html).not.toContain('data-frame')
    expect(html).toContain('data-number="lend.slope-1:ethereum:X"')
    expect(shown({ 'slope-2': '9999999.0' })).toContain('no curve can have these parameters')
  })
})

describe('a price source', () => {
  it('is told by the registry’s name of it on its own chain', () => {
    const [one, other] = [chainBySlug('ethereum'), chainBySlug('gnosis')]
    expect(oracleOf(one, '0x42a03F81dd8A1cEcD746dc262e4d1CD9fD39F777').kind).toBe('fixed')
    expect(oracleOf(other, '0x6FC2871B6d9A94866B7260896257Fd5b50c09900').kind).toBe('fixed')
    expect(oracleOf(other, '0x42a03F81dd8A1cEcD746dc262e4d1CD9fD39F777').kind).toBe('unknown')
    expect(oracleOf(one, '0x2750e4CB635aF1FCCFB10C0eA54B5b5bfC2759b6').kind).toBe('median')
    expect(oracleOf(one, strange)).toEqual({ kind: 'unknown', name: null })
  })
})

describe.each(locales)('the pages in %s', (locale) => {
  it('show both markets, what is restricted, and a link to every reserve', () => {
    const html = render(<Lend numbers={numbers} sort="lend-ethereum.-supply-apy" />, locale)
    const prefix = locale === 'en' ? '' : `/${locale}`
    expect(html).toContain(`href="${prefix}/lend/gnosis/WXDAI"`)
    expect(html).toContain(`href="${prefix}/lend?sort=lend-gnosis.-utilization"`)
    expect(html).toContain('aria-sort="descending"')
    expect(html).toContain('data-number="lend.supply-apy:ethereum:USDC"')
    expect(html).not.toMatch(/NaN|undefined|\[object/)
    expect(nestedLinks(html)).toEqual([])
  })

  it('stand where nothing could be read', () => {
    expect(render(<Lend numbers={indexOf([])} sort={undefined} />, locale)).toContain('<h1')
  })

  it.each([
    ['ethereum', 'USDC'],
    ['ethereum', strange],
    ['gnosis', 'USDC'],
  ])('show the reserve %s %s whole', (chain, asset) => {
    const html = render(<ReserveArticle reserve={find(chain, asset)} />, locale)
    for (const id of ['curve', 'rates', 'state', 'caps', 'collateral', 'flags', 'oracle', 'contracts', 'control'])
      expect(html).toContain(`id="${id}"`)
    expect(html).toContain(`data-number="lend.ltv:${chain}:${asset}"`)
    expect(html).not.toMatch(/NaN|undefined|\[object/)
    expect(nestedLinks(html)).toEqual([])
  })
})
