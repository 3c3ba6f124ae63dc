import { describe, expect, it } from 'vitest'
import { factorOf, inGroup, productsOf, rateBars, stepOf } from '@/components/savings/model'
import { Savings } from '@/components/savings/savings'
import type { ChainSlug } from '@/lib/chains'
import { locales } from '@/lib/i18n/locales'
import { toDecimalString } from '@/lib/math/fixed'
import { num } from '../support/fixture-snapshot'
import { indexOf } from '../support/page-numbers'
import { startPageResponse } from '../support/page-response'
import { nestedLinks, render } from '../support/render'

startPageResponse()

const ssr = '1000000001167363430498603315'

const product = (
  chain: ChainSlug,
  key: string,
  apy: string | null,
  more: Readonly<Record<string, string | null>> = {},
) =>
  Object.entries({ assets: '110.000000', shares: '100.000000', 'share-price': '1.100000', ...more })
    .map(([name, value]) => num(`savings.${name}`, chain, key, value, { label: key.toLowerCase() }))
    .concat(
      num('savings.apy', chain, key, apy, {
        label: key.toLowerCase(),
        ...(key === 'SXDAI' ? { note: 'simple-rate' } : {}),
      }),
    )

const read = [
  ...product('ethereum', 'SUSDS', '0.0375', { rate: ssr, 'live-index': '1118906167848455890422589687' }),
  ...product('ethereum', 'SDAI', '0.035'),
  ...product('ethereum', 'SUSDC', '0.0375', { rate: ssr }),
  ...product('ethereum', 'SPUSDC', '0.04', { idle: '10.000000', 'deposit-cap': '220.000000' }),
  ...product('gnosis', 'SXDAI', '0.037'),
  ...product('base', 'SUSDS', '0.0375', { rate: ssr }),
  ...product('base', 'SUSDC', '0.0375', { rate: ssr }),
  ...product('unichain', 'SUSDS', '0.045', { rate: '1000000001395766281313196627' }),
]
const numbers = indexOf(read)
const products = productsOf(numbers, 'en')

describe('savings products', () => {
  it('are grouped by who stands behind them', () => {
    const ids = (group: Parameters<typeof inGroup>[1]) => inGroup(products, group).map(({ id }) => id)
    expect(ids('sky')).toEqual(['ethereum-SUSDS', 'ethereum-SDAI', 'gnosis-SXDAI'])
    expect(ids('bridged')).toEqual(['base-SUSDS', 'unichain-SUSDS'])
    expect(ids('susdc')).toEqual(['ethereum-SUSDC', 'base-SUSDC'])
    expect(ids('vault')).toEqual(['ethereum-SPUSDC'])
  })

  it('on Gnosis are not called sDAI, whatever their token says', () => {
    expect(products.find(({ key }) => key === 'SXDAI')?.name).toBe('Savings xDAI')
  })

  it('count the chains that pay what Ethereum pays', () => {
    expect(stepOf(products)).toEqual({ known: 2, same: 1 })
    expect(
      stepOf(productsOf(indexOf(read.filter(({ chain }) => chain !== 'base' && chain !== 'unichain')), 'en')),
    ).toEqual({
      known: 0,
      same: 0,
    })
  })

  it('stand in the picture once a rate, highest first; copies of sUSDS’ rate do not', () => {
    const bars = rateBars(products)
    expect(bars.map(({ product: { id } }) => id)).toEqual([
      'ethereum-SPUSDC',
      'ethereum-SUSDS',
      'gnosis-SXDAI',
      'ethereum-SDAI',
    ])
    expect(bars[0]?.percent).toBe(100)
  })

  it('say their index as the factor it means', () => {
    const index = factorOf(numbers.get('savings.live-index', 'ethereum', 'SUSDS'))
    expect(index && toDecimalString(index)).toBe('1.118906167848455890422589687')
    expect(factorOf(numbers.get('savings.live-index', 'gnosis', 'SXDAI'))).toBeNull()
  })
})

describe.each(locales)('the page in %s', (locale) => {
  const html = render(<Savings numbers={numbers} sort="savings-vault.-apy" />, locale)

  it('shows each product with its proof', () => {
    for (const id of [
      'savings.apy:gnosis:SXDAI',
      'savings.apy-gap:unichain:SUSDS',
      'savings.outstanding:ethereum:SPUSDC',
    ])
      expect(html).toContain(`data-number="${id}"`)
    expect(html).not.toMatch(/NaN|undefined|\[object/)
    expect(nestedLinks(html)).toEqual([])
  })

  it('says of a simple rate that it is one, and of a lagging chain that it lags', () => {
    expect(html).toContain(locale === 'en' ? 'a simple rate, not compounded' : '單利，未複利')
    expect(html).toContain(locale === 'en' ? 'not updated yet' : '尚未傳遞')
    expect(html).toContain(locale === 'en' ? '+0.7500\u00a0pp' : '+0.7500\u00a0百分點')
  })

  it('measures a deposit cap by the vault’s assets', () => {
    expect(html).toContain(locale === 'en' ? '50.0\u00a0% of the deposit cap is used' : '存款上限已用 50.0\u00a0%')
  })

  it('stands where nothing could be read', () => {
    expect(render(<Savings numbers={indexOf([])} sort={undefined} />, locale)).toContain('<h1')
  })
})
