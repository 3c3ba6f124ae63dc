import { describe, expect, it } from 'vitest'
import { fundBars, fundOf, groupOf, heldFunds, pendingOf, suppliesOf } from '@/components/rwa/model'
import { Rwa } from '@/components/rwa/rwa'
import { claimed, claims, events } from '@/components/rwa/stated'
import { locales } from '@/lib/i18n/locales'
import { toDecimalString } from '@/lib/math/fixed'
import { num } from '../support/fixture-snapshot'
import { indexOf } from '../support/page-numbers'
import { startPageResponse } from '../support/page-response'
import { nestedLinks, render } from '../support/render'

startPageResponse()

type Held = { readonly supply: string; readonly nav: string; readonly held: string }

const fund = (key: string, { supply, nav, held }: Held) => [
  num('rwa.supply', 'ethereum', key, supply, { label: key }),
  num('rwa.nav', 'ethereum', key, nav, { label: key }),
  num('liquidity.position', 'ethereum', key, held, { label: key }),
  num('liquidity.unit-value', 'ethereum', key, nav, { label: key, class: 'issuer' }),
]

const picture = [
  ...fund('BUIDL', { supply: '1137800000', nav: '1', held: '0' }),
  ...fund('BUIDLI', { supply: '1672200000', nav: '1', held: '1672200000' }),
  ...fund('USTB', { supply: '49070000', nav: '10', held: '49070000' }),
  ...fund('JTRSY', { supply: '237100000', nav: '1', held: '236100000' }),
  ...fund('USCC', { supply: '1000', nav: '12', held: '10' }),
  num('liquidity.position', 'ethereum', 'JTRSY.PENDING_REDEEM', '1000000'),
  num('liquidity.unit-value', 'ethereum', 'JTRSY.PENDING_REDEEM', '1', { class: 'issuer' }),
  num('liquidity.position', 'ethereum', 'JTRSY.PENDING_DEPOSIT', '0'),
  num('liquidity.unit-value', 'ethereum', 'JTRSY.PENDING_DEPOSIT', '1'),
  num('rwa.supply', 'base', 'JTRSY', null, { status: 'absent', code: 'not-deployed' }),
  num('rwa.supply', 'arbitrum', 'BUIDL', '0', { label: 'BUIDL' }),
  num('rwa.nav', 'arbitrum', 'BUIDL', '1'),
]
const numbers = indexOf(picture)

describe('the funds', () => {
  it('come to the press’s picture from their own parts, pending ones included, USCC not', () => {
    const { aum, holdingUsd, share } = groupOf(numbers, 'TOTAL')
    expect([aum, holdingUsd].map(({ value }) => value && toDecimalString(value))).toEqual(['3537800000', '2400000000'])
    expect(share.value && toDecimalString(share.value).slice(0, 6)).toBe('0.6783')
  })

  it('are three, both classes of BUIDL being one', () => {
    expect(heldFunds(numbers)).toBe(3)
    expect(fundBars(numbers).map(({ key, percent }) => [key, Math.round(percent)])).toEqual([
      ['BUIDL_FUND', 100],
      ['USTB', 17],
      ['JTRSY', 8],
    ])
  })

  it('say where their worth comes from', () => {
    expect((['BUIDL', 'USTB', 'JTRSY'] as const).map((key) => fundOf(numbers, key).source)).toEqual([
      'terms',
      'superstate',
      'centrifuge',
    ])
    expect(fundOf(numbers, 'USTB').aum.class).toBe('issuer')
  })

  it('are listed where their tokens are, and not where there is no contract', () => {
    const places = suppliesOf(numbers).map(({ chain, label }) => `${label} ${chain.slug}`)
    expect(places).toContain('BUIDL arbitrum')
    expect(places.filter((place) => place.endsWith('base'))).toEqual([])
  })

  it('have under way what waits in a queue, and nothing of 0', () => {
    expect(pendingOf(numbers).map(({ amount }) => amount.key)).toEqual(['JTRSY.PENDING_REDEEM'])
  })
})

describe('what was said', () => {
  it('carries its day, and the read number it stands beside', () => {
    expect(new Date(claimed * 1000).toISOString().slice(0, 10)).toBe('2025-05-06')
    for (const { read } of claims) expect(numbers.get(read[0], 'all', read[1]).value).not.toBeNull()
  })

  it('is told in order of time', () => {
    expect(events.map(({ at }) => new Date(at * 1000).toISOString().slice(0, 10))).toEqual([
      '2025-04-03',
      '2025-07-24',
      '2025-09-04',
      '2025-10-16',
    ])
  })
})

describe.each(locales)('the page in %s', (locale) => {
  const page = (network: 'live' | 'embedded', index = numbers) =>
    render(<Rwa numbers={index} network={network} sort="rwa-funds.-aum" />, locale)

  it('marks each stated figure, and links each read one to its proof', () => {
    const html = page('embedded')
    expect(html.match(/#class-stated/g)?.length).toBeGreaterThanOrEqual(claims.length + events.length)
    expect(html).toContain('data-number="rwa.spark-share:all:TOTAL"')
    expect(html).not.toMatch(/NaN|undefined|\[object/)
    expect(nestedLinks(html)).toEqual([])
  })

  it('says of the local network that it reproduces the picture, and of live numbers that they are today’s', () => {
    const [local, live] =
      locale === 'en' ? ['reproduce the press', 'The numbers read are today'] : ['重現了', '今天的數字']
    expect(page('embedded')).toContain(local)
    expect(page('embedded')).not.toContain(live)
    expect(page('live')).toContain(live)
    expect(page('live')).not.toContain(local)
  })

  it('says plainly where Spark holds none', () => {
    const none = indexOf(
      picture.map((each) =>
        each.metric === 'liquidity.position' && each.value ? { ...each, value: { raw: 0n, decimals: 0 } } : each,
      ),
    )
    expect(heldFunds(none)).toBe(0)
    expect(page('live', none)).toContain(locale === 'en' ? 'holds no tokenised treasuries' : '並未持有代幣化美國公債')
  })

  it('stands where nothing could be read', () => {
    expect(page('live', indexOf([]))).toContain('<h1')
  })
})
