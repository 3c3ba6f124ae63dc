import { describe, expect, it } from 'vitest'
import { awardsOf } from '@/components/spk/award-model'
import { emptyFarmsOf, farmsOf } from '@/components/spk/farm-model'
import { emptyHolders, lockedRows, planRows, yearRows } from '@/components/spk/model'
import { Spk } from '@/components/spk/spk'
import { chainBySlug } from '@/lib/chains'
import { locales } from '@/lib/i18n/locales'
import { CLIFF, LAUNCH } from '@/lib/math/spk-plan'
import type { Observation } from '@/lib/numbers/number-index'
import { num } from '../support/fixture-snapshot'
import { indexOf } from '../support/page-numbers'
import { startPageResponse } from '../support/page-response'
import { render } from '../support/render'

startPageResponse()

const spk = (name: string, key: string, value: string | null, more: Partial<Observation> = {}) =>
  num(`spk.${name}`, 'ethereum', key, value, more)

const award = (key: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => spk(name, key, value))

const team = award('DSS_VEST.1', {
  'award-total': '1200000000',
  'award-begin': '1750147200',
  'award-cliff': '1781683200',
  'award-end': '1876291200',
  yanked: '0',
  granted: '1200000000',
  stream: '299999990.487062404870624048',
  unlocked: '0',
  distributed: '0',
  claimed: '0',
  unpaid: '0',
})
const usdsFarm = award('MCD_VEST_SPK_TREASURY.1', {
  'award-total': '2275000000',
  'award-begin': '1750687200',
  'award-cliff': '1750687200',
  'award-end': '1813759200',
  yanked: '0',
  granted: '2275000000',
  stream: '1100000000',
  unlocked: '1100000000',
  distributed: '1090000000',
  claimed: '1090000000',
  unpaid: '10000000',
})
const skyFarm = award('MCD_VEST_SPK_TREASURY.2', {
  'award-total': '270000000',
  'award-begin': '1750687200',
  'award-cliff': '1750687200',
  'award-end': '1768521600',
  yanked: '1',
  granted: '975000000',
  stream: '270000000',
  unlocked: '270000000',
  distributed: '270000000',
  claimed: '270000000',
  unpaid: '0',
})
const read = [
  ...team,
  ...usdsFarm,
  ...skyFarm,
  spk('stream', 'TOTAL', '1669999990.487062404870624048'),
  spk('distributed', 'TOTAL', '1360000000'),
  spk('claimed', 'TOTAL', '1339000000'),
  spk('claimed', 'USDS_SPK_FARM', '1069000000'),
  spk('claimed', 'REWARDS_LSSKY_SPK', null, { code: 'reverted' }),
  spk('total-supply', 'SPK', '10000000000', { label: 'SPK' }),
  spk('staked', 'STSPK', '438000000.25', { label: 'stSPK' }),
  spk('unstaking', 'STSPK', '36000000', { label: 'stSPK' }),
  spk('locked', 'PAUSE_PROXY', '5200000000'),
  spk('locked', 'SPARK_PROXY', '1200000000'),
  spk('locked', 'SPK_VEST_MULTISIG', '0'),
  spk('locked', 'USDS_SPK_FARM', '21000000'),
  spk('locked', 'REWARDS_LSSKY_SPK', null, { status: 'absent', code: 'not-deployed' }),
  spk('farm-rate', 'USDS_SPK_FARM', '36.069888381532217148'),
  spk('farm-rate', 'REWARDS_LSSKY_SPK', '0.000000000000000000'),
  spk('farm-staked', 'USDS_SPK_FARM', '520000000', { label: 'USDS' }),
  spk('planned', 'SKY_ARTICLE', '1624999948.47'),
  spk('planned', 'SKY_ATLAS', '1137499963.93'),
  spk('planned', 'TEAM', '0'),
  spk('planned', 'ECOSYSTEM', '1700000000'),
  spk('planned', 'ECOSYSTEM_36M', '1700000000'),
]
const numbers = indexOf(read)

describe('awards on the page', () => {
  const rows = awardsOf(numbers)

  it('are all there, the yanked one marked, and only a real cliff called one', () => {
    expect(rows.map(({ key, isYanked, hasCliff }) => [key, isYanked, hasCliff])).toEqual([
      ['DSS_VEST.1', false, true],
      ['MCD_VEST_SPK_TREASURY.1', false, false],
      ['MCD_VEST_SPK_TREASURY.2', true, false],
    ])
  })

  it('are claimed by people: a farm’s award out of the farm', () => {
    expect(rows.map(({ claimed }) => claimed?.id)).toEqual([
      'spk.claimed:ethereum:DSS_VEST.1',
      'spk.claimed:ethereum:USDS_SPK_FARM',
      'spk.claimed:ethereum:REWARDS_LSSKY_SPK',
    ])
  })

  it('of a farm that was given a new one are claimed once, beside the award that it draws on now', () => {
    const distributor = BigInt(chainBySlug('ethereum').contracts.REWARDS_DIST_USDS_SPK.address).toString()
    const refiled = ['1', '3'].map((id) => spk('award-recipient', `MCD_VEST_SPK_TREASURY.${id}`, distributor))
    const third = award('MCD_VEST_SPK_TREASURY.3', { stream: '5', claimed: '4' })
    const claimed = awardsOf(indexOf([...read, ...refiled, ...third, spk('farm-award', 'USDS_SPK_FARM', '3')]))
    expect(claimed.map((row) => [row.key, row.claimed?.key])).toEqual([
      ['DSS_VEST.1', 'DSS_VEST.1'],
      ['MCD_VEST_SPK_TREASURY.1', undefined],
      ['MCD_VEST_SPK_TREASURY.2', 'REWARDS_LSSKY_SPK'],
      ['MCD_VEST_SPK_TREASURY.3', 'USDS_SPK_FARM'],
    ])
  })

  it('that nobody knew of are shown by their key', () => {
    const more = awardsOf(indexOf([...read, spk('stream', 'DSS_VEST.2', '1')]))
    expect(more.map(({ key, name }) => [key, name]).at(-1)).toEqual(['DSS_VEST.2', null])
  })
})

describe('the plan on the page', () => {
  it('stands beside the awards that carry it out, and alone where none does', () => {
    expect(planRows(numbers).map(({ bucket, observed }) => [bucket, observed.map(({ key }) => key)])).toEqual([
      ['SKY_ARTICLE', ['MCD_VEST_SPK_TREASURY.1', 'MCD_VEST_SPK_TREASURY.2']],
      ['SKY_ATLAS', ['MCD_VEST_SPK_TREASURY.1']],
      ['TEAM', ['DSS_VEST.1']],
      ['ECOSYSTEM', []],
      ['ECOSYSTEM_36M', []],
    ])
  })

  it('marks the year under way, from its first second on', () => {
    const marked = (now: number) => yearRows(now).findIndex(({ isNow }) => isNow)
    expect([LAUNCH - 1, LAUNCH, CLIFF - 1, CLIFF].map(marked)).toEqual([-1, 0, 0, 1])
  })
})

describe('farms and holders on the page', () => {
  it('are the two farms, and holders by size without the empty and the undeployed', () => {
    expect(farmsOf(numbers).map(({ key }) => key)).toEqual(['USDS_SPK_FARM', 'REWARDS_LSSKY_SPK'])
    expect(lockedRows(numbers).map(({ key }) => key)).toEqual(['PAUSE_PROXY', 'SPARK_PROXY', 'USDS_SPK_FARM'])
    expect(emptyHolders(numbers)).toBe(1)
  })
})

describe.each(locales)('a farm with nothing staked, in %s', (locale) => {
  const empty = [
    spk('farm-staked', 'USDS_SPK_FARM', '0', { label: 'USDS' }),
    spk('farm-rate', 'USDS_SPK_FARM', '0', { note: 'nothing-staked' }),
    spk('farm-stuck', 'USDS_SPK_FARM', '1234567'),
  ]
  const given = (ids: readonly { readonly id: string }[]) =>
    read.filter(({ id }) => !ids.some((each) => each.id === id))

  it('is said to pay nobody, and what is stuck in it is named', () => {
    const index = indexOf([...given(empty), ...empty])
    expect(emptyFarmsOf(index).map(({ key }) => key)).toEqual(['USDS_SPK_FARM'])
    const html = render(<Spk numbers={index} sort={undefined} />, locale)
    expect(html).toContain(locale === 'en' ? 'so it pays nobody' : '不付給任何人')
    expect(html).toContain('spk.farm-stuck:ethereum:USDS_SPK_FARM')
    expect(html).toContain('1,234,567')
  })

  it('is not spoken of while somebody stakes', () => {
    expect(emptyFarmsOf(numbers)).toEqual([])
  })
})

describe.each(locales)('the page in %s', (locale) => {
  const html = render(<Spk numbers={numbers} sort="spk-awards.-stream" />, locale)
  const has = (en: string, zh: string) => expect(html).toContain(locale === 'en' ? en : zh)

  it('shows each figure with its proof', () => {
    for (const id of [
      'spk.circulating:ethereum:SPK',
      'spk.unpaid:ethereum:MCD_VEST_SPK_TREASURY.1',
      'spk.award-end:ethereum:DSS_VEST.1',
      'spk.claimed:ethereum:TOTAL',
      'spk.planned:ethereum:ECOSYSTEM_36M',
      'spk.farm-rate:ethereum:USDS_SPK_FARM',
      'spk.unstaking:ethereum:STSPK',
      'spk.locked:ethereum:PAUSE_PROXY',
    ])
      expect(html).toContain(`data-number="${id}"`)
    expect(html).not.toMatch(/NaN|undefined|\[object/)
  })

  it('has the ten-year tables side by side, to the last digit and no zero further', () => {
    for (const amount of ['1,625', '812.5', '406.25', '203.125', '6,296.875', '1,137.5', '142.1875', '4,550'])
      expect(html).toContain(`>${amount}<`)
    expect(html).toContain('96.875')
  })

  it('marks what is yanked, what a promise is, and what has ended', () => {
    has('>yanked<', '>已終止<')
    has('>promise<', '>承諾<')
    has('0, ended', '0，已結束')
    expect(html).toContain('975,000,000')
  })

  it('writes dates as dates', () => {
    has('16\u00a0Jun\u00a02029', '2029年6月16日')
  })

  it('stands where a contract answers a time that no date can name', () => {
    const end = spk('award-end', 'DSS_VEST.1', String(2n ** 48n - 1n))
    const odd = indexOf(read.map((each) => (each.id === end.id ? end : each)))
    expect(render(<Spk numbers={odd} sort={undefined} />, locale)).toContain('281,474,976,710,655')
  })

  it('names what no source settles', () => {
    has('17 % of what?', '17 % 是什麼的')
    expect(html).toContain('DefiLlama')
  })

  it('holds a place for the chart, and nothing where there is none', () => {
    expect(html).not.toContain('vesting-chart')
    const chart = <svg role="img" aria-label="drawn" />
    expect(render(<Spk numbers={numbers} sort={undefined} chart={chart} />, locale)).toContain('<svg')
  })

  it('stands where nothing could be read', () => {
    const empty = render(<Spk numbers={indexOf([])} sort={undefined} />, locale)
    expect(empty).toContain('<h1')
    expect(empty).not.toMatch(/NaN|undefined|\[object/)
  })
})
