import { describe, expect, it } from 'vitest'
import { Liquidity } from '@/components/liquidity/liquidity'
import {
  chainBars,
  groupRows,
  holdingsOf,
  inParts,
  isEmpty,
  layerChains,
  onChain,
  psmsOf,
  shownVenues,
} from '@/components/liquidity/model'
import { type ChainSlug, chainBySlug } from '@/lib/chains'
import { locales } from '@/lib/i18n/locales'
import { toDecimalString } from '@/lib/math/fixed'
import { num } from '../support/fixture-snapshot'
import { indexOf } from '../support/page-numbers'
import { startPageResponse } from '../support/page-response'
import { nestedLinks, render } from '../support/render'

startPageResponse()

const held = (chain: ChainSlug, key: string, amount: string | null, worth: string | null = '1') => [
  num('liquidity.position', chain, key, amount, { label: key }),
  num(
    'liquidity.unit-value',
    chain,
    key,
    worth,
    worth === null ? { status: 'absent', code: 'no-price', reason: 'No price exists: no contract gives one.' } : {},
  ),
]

const read = [
  ...held('ethereum', 'USTB', '10', '11'),
  ...held('ethereum', 'SUSDE', '100', '1.2'),
  ...held('ethereum', 'SUSDE.COOLDOWN', '5'),
  ...held('ethereum', 'USDC', '50'),
  ...held('ethereum', 'USDS', '40'),
  ...held('ethereum', 'USDC@ALM_PROXY_FREEZABLE', '1'),
  ...held('ethereum', 'DAI_SPTOKEN@D3M_SPARK_DAI', '1000'),
  ...held('ethereum', 'BINANCE_EXCHANGE.OUTSTANDING', '7'),
  ...held('ethereum', 'MORPHO_TOKEN', '3', null),
  ...held('ethereum', 'ARKIS_VAULT', '0'),
  ...held('base', 'PSM3', '20'),
  num('liquidity.psm-assets-usd', 'base', 'PSM3', '25'),
  num('liquidity.psm-usdc', 'base', 'PSM3', '10'),
]
const numbers = indexOf(read)
const all = holdingsOf(numbers)
const dollars = (id: string) => {
  const value = numbers.byId(id)?.value
  return value ? toDecimalString(value) : null
}

describe('the layer’s sums', () => {
  it('tell what is at work from what is idle, under way, or somebody else’s', () => {
    const part = (key: string) => dollars(`liquidity.part-usd:all:${key}`)
    expect(part('DEPLOYED')).toBe('230')
    expect(part('IDLE')).toBe('50')
    expect(part('IN_TRANSIT')).toBe('5')
    expect(part('PSM')).toBe('20')
    expect(part('OTHER_HOLDERS')).toBe('1')
    expect([part('SKY_ISSUED'), part('D3M'), part('OUTSTANDING')]).toEqual(['40', '1000', '7'])
  })

  it('leave Sky’s own tokens, its direct deposits and what an exchange owes out of the total', () => {
    expect(dollars('liquidity.part-usd:all:TOTAL')).toBe('306')
    expect(dollars('liquidity.venue-usd:all:TOTAL')).toBe('306')
    expect(dollars('liquidity.asset-usd:all:TOTAL')).toBe('306')
  })

  it('name what has no price, and do not count it as 0', () => {
    const total = numbers.get('liquidity.part-usd', 'all', 'TOTAL')
    expect(total.omitted?.map(({ id }) => id)).toContain('liquidity.position-usd:ethereum:MORPHO_TOKEN')
    expect(numbers.get('liquidity.venue-usd', 'ethereum', 'REWARDS').value).toBeNull()
  })

  it('of groups come to the total on each chain', () => {
    expect(dollars('liquidity.venue-usd:ethereum:IDLE')).toBe('51')
    expect(dollars('liquidity.asset-usd:ethereum:USDE')).toBe('125')
    expect(dollars('liquidity.venue-usd:base:TOTAL')).toBe('20')
  })
})

describe('holdings', () => {
  it('come largest first, with what they wait for and who else holds them', () => {
    expect(all.at(0)?.key).toBe('DAI_SPTOKEN@D3M_SPARK_DAI')
    expect(all.find(({ key }) => key === 'SUSDE.COOLDOWN')).toMatchObject({
      name: { en: 'SUSDE', 'zh-Hant': 'SUSDE' },
      waits: 'COOLDOWN',
      holder: null,
    })
    expect(all.find(({ key }) => key === 'USDC@ALM_PROXY_FREEZABLE')?.holder).toBe('ALM_PROXY_FREEZABLE')
  })

  it('of nothing are told apart from those of something', () => {
    expect(all.filter(isEmpty).map(({ key }) => key)).toEqual(['ARKIS_VAULT'])
    expect(inParts(all, ['DEPLOYED']).map(({ key }) => key)).toEqual(['SUSDE', 'USTB'])
  })

  it('that the list does not know are left to the API', () => {
    expect(holdingsOf(indexOf(held('ethereum', 'NEVER_HEARD_OF', '1')))).toEqual([])
  })
})

describe('the picture', () => {
  it('gives each chain a bar that is whole', () => {
    const bars = chainBars(numbers)
    expect(bars.map(({ chain }) => chain.slug)).toEqual(layerChains.map(({ slug }) => slug))
    const whole = bars[0]?.parts.reduce((sum, { percent }) => sum + percent, 0)
    expect(whole).toBeCloseTo(100, 6)
    expect(bars.find(({ chain }) => chain.slug === 'unichain')?.parts).toEqual([])
  })

  it('names at most six venues, those of nothing and of no price not', () => {
    expect(shownVenues(numbers).length).toBeLessThanOrEqual(6)
    expect(shownVenues(numbers)).not.toContain('REWARDS')
    expect(groupRows(numbers, 'venue-usd').map(({ key }) => key)).not.toContain('ARKIS')
  })

  it('finds a group on a chain only where it can be', () => {
    const venue = groupRows(numbers, 'venue-usd').find(({ key }) => key === 'PSM3')
    expect(venue && onChain(venue, chainBySlug('base'))?.chain).toBe('base')
    expect(venue && onChain(venue, chainBySlug('ethereum'))).toBeUndefined()
  })
})

describe('peg stability modules', () => {
  it('stand with all they hold, their USDC and the layer’s share', () => {
    const [base] = psmsOf(numbers)
    expect([base?.assets, base?.usdc, base?.own].map((each) => each?.value && toDecimalString(each.value))).toEqual([
      '25',
      '10',
      '20',
    ])
  })
})

describe.each(locales)('the page in %s', (locale) => {
  const html = render(<Liquidity numbers={numbers} sort="liquidity-venues.-all" />, locale)

  it('shows every holding with its proof, those of nothing folded away', () => {
    expect(html).toContain('data-number="liquidity.position-usd:ethereum:SUSDE"')
    expect(html.slice(html.indexOf('<details>'))).toContain('data-number="liquidity.position:ethereum:ARKIS_VAULT"')
    expect(html).not.toMatch(/NaN|undefined|\[object/)
    expect(nestedLinks(html)).toEqual([])
  })

  it('says what cannot be seen', () => {
    expect(html).toContain('Uniswap v4')
    expect(html).toContain('ether.fi')
  })

  it('stands where nothing could be read', () => {
    expect(render(<Liquidity numbers={indexOf([])} sort={undefined} />, locale)).toContain('<h1')
  })
})
