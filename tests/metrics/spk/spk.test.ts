import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { dssVest } from '@/lib/contracts/dss-vest'
import { erc20 } from '@/lib/contracts/erc20'
import { farm } from '@/lib/contracts/farm'
import { rewardsDistribution } from '@/lib/contracts/rewards-distribution'
import { stakedSpk } from '@/lib/contracts/staked-spk'
import { toDecimalString } from '@/lib/math/fixed'
import { LAUNCH } from '@/lib/math/spk-plan'
import { spkMetrics } from '@/lib/metrics/spk'
import { lockedKeys } from '@/lib/metrics/spk/locked'
import { FakeChain, type Observed, observeAll } from '../fake-chain'

const { contracts: at } = chainBySlug('ethereum')
const wad = 10n ** 18n
const million = 1_000_000n * wad
const now = 1_770_000_000
const rate = 36069888381532217148n
const nobody = `0x${'00'.repeat(20)}` as const

type Vest = 'DSS_VEST' | 'MCD_VEST_SPK_TREASURY'
type Given = {
  readonly tot: bigint
  readonly rxd: bigint
  readonly bgn?: number
  readonly clf?: number
  readonly fin?: number
  readonly usr?: Address
}

const placeAward = (
  chain: FakeChain,
  vest: Vest,
  id: bigint,
  { tot, rxd, bgn = 1_750_687_200, clf = bgn, fin = bgn + 63_072_000, usr = at.SPARK_PROXY.address }: Given,
) => {
  const { address } = at[vest]
  const streamed = now >= fin ? tot : (tot * BigInt(now - bgn)) / BigInt(fin - bgn)
  return chain
    .answer(dssVest, address, 'awards', [id], [usr, bgn, clf, fin, nobody, 0, tot, rxd])
    .answer(dssVest, address, 'accrued', [id], streamed)
    .answer(dssVest, address, 'unpaid', [id], now < clf ? 0n : streamed - rxd)
}

const placeFarm = (chain: FakeChain, key: 'USDS_SPK_FARM' | 'REWARDS_LSSKY_SPK', finish: number, left: bigint) =>
  chain
    .answer(farm, at[key].address, 'totalSupply', [], 500n * million)
    .answer(farm, at[key].address, 'balanceOf', [at.ALM_PROXY.address], 7n * wad)
    .answer(farm, at[key].address, 'rewardRate', [], rate)
    .answer(farm, at[key].address, 'periodFinish', [], BigInt(finish))
    .answer(erc20, at.SPK.address, 'balanceOf', [at[key].address], left)

/** Ethereum with SPK, one award of the team before its cliff, both of Sky's, the second yanked, and both farms. */
const fakeSpk = (): FakeChain => {
  const chain = new FakeChain('ethereum', now)
  chain.answer(erc20, at.SPK.address, 'totalSupply', [], 10_000n * million)
  for (const key of lockedKeys())
    if (!key.includes('FARM') && !key.includes('LSSKY_SPK'))
      chain.answer(erc20, at.SPK.address, 'balanceOf', [at[key as keyof typeof at].address], 100n * million)
  for (const [key, id] of [
    ['REWARDS_DIST_USDS_SPK', 1n],
    ['REWARDS_DIST_LSSKY_SPK', 2n],
  ] as const)
    chain
      .answer(erc20, at.SPK.address, 'balanceOf', [at[key].address], 0n)
      .answer(rewardsDistribution, at[key].address, 'vestId', [], id)
  for (const token of ['USDS', 'LOCKSTAKE_SKY'] as const)
    chain.answer(erc20, at[token].address, 'symbol', [], token === 'USDS' ? 'USDS' : 'lsSKY')
  chain
    .answer(dssVest, at.DSS_VEST.address, 'ids', [], 1n)
    .answer(dssVest, at.MCD_VEST_SPK_TREASURY.address, 'ids', [], 2n)
    .answer(stakedSpk, at.STSPK.address, 'activeStake', [], 285332367865665229378240234n)
    .answer(stakedSpk, at.STSPK.address, 'totalStake', [], 330427794295338751923090149n)
    .answer(erc20, at.SPK.address, 'balanceOf', [at.STSPK.address], 331725538538237804754740626n)
  placeAward(chain, 'DSS_VEST', 1n, {
    tot: 1_200n * million,
    rxd: 0n,
    bgn: LAUNCH,
    clf: 1_781_683_200,
    fin: 1_876_291_200,
  })
  placeAward(chain, 'MCD_VEST_SPK_TREASURY', 1n, {
    tot: 2_275n * million,
    rxd: 600n * million,
    usr: at.REWARDS_DIST_USDS_SPK.address,
  })
  placeAward(chain, 'MCD_VEST_SPK_TREASURY', 2n, {
    tot: 275n * million,
    rxd: 275n * million,
    fin: 1_768_521_600,
    usr: at.REWARDS_DIST_LSSKY_SPK.address,
  })
  placeFarm(chain, 'USDS_SPK_FARM', now + 100, 20n * million)
  return placeFarm(chain, 'REWARDS_LSSKY_SPK', now - 100, 5n * million)
}

const seeing = async (chain: FakeChain) => {
  const seen: Observed = await observeAll(spkMetrics, [chain])
  expect(seen.defects).toEqual([])
  return {
    num: (name: string, key: string) => seen.num(`spk.${name}:ethereum:${key}`),
    value: (name: string, key: string): string | null => {
      const { value } = seen.num(`spk.${name}:ethereum:${key}`)
      return value && toDecimalString(value)
    },
    keys: (name: string) => seen.nums.filter(({ metric }) => metric === `spk.${name}`).map(({ key }) => key),
  }
}

describe('SPK', () => {
  it('has its keys by contract and number, farms, buckets and totals', async () => {
    const { keys } = await seeing(fakeSpk())
    const awards = ['DSS_VEST.1', 'MCD_VEST_SPK_TREASURY.1', 'MCD_VEST_SPK_TREASURY.2']
    for (const name of ['stream', 'unlocked', 'distributed', 'unpaid']) expect(keys(name)).toEqual([...awards, 'TOTAL'])
    expect(keys('claimed')).toEqual([...awards, 'USDS_SPK_FARM', 'REWARDS_LSSKY_SPK', 'TOTAL'])
    for (const name of ['farm-rate', 'farm-staked']) expect(keys(name)).toEqual(['USDS_SPK_FARM', 'REWARDS_LSSKY_SPK'])
    expect(keys('planned')).toEqual(['SKY_ARTICLE', 'SKY_ATLAS', 'TEAM', 'ECOSYSTEM', 'ECOSYSTEM_36M'])
    expect([keys('total-supply'), keys('circulating'), keys('staked')]).toEqual([['SPK'], ['SPK'], ['STSPK']])
  })

  it('counts each claimed SPK once', async () => {
    const { value } = await seeing(fakeSpk())
    expect(value('claimed', 'USDS_SPK_FARM')).toBe('580000000')
    expect(value('claimed', 'REWARDS_LSSKY_SPK')).toBe('270000000')
    expect(value('claimed', 'MCD_VEST_SPK_TREASURY.1')).toBe('600000000')
    expect(value('claimed', 'TOTAL')).toBe('850000000')
    expect(value('distributed', 'TOTAL')).toBe('875000000')
  })

  it('goes on counting what a farm was paid from the award that its distributor drew on before', async () => {
    const chain = fakeSpk()
      .answer(dssVest, at.MCD_VEST_SPK_TREASURY.address, 'ids', [], 3n)
      .answer(rewardsDistribution, at.REWARDS_DIST_USDS_SPK.address, 'vestId', [], 3n)
    const usr = at.REWARDS_DIST_USDS_SPK.address
    const { value } = await seeing(
      placeAward(chain, 'MCD_VEST_SPK_TREASURY', 3n, { tot: 500n * million, rxd: 10n * million, usr }),
    )
    expect(value('farm-award', 'USDS_SPK_FARM')).toBe('3')
    expect(value('claimed', 'USDS_SPK_FARM')).toBe('590000000')
    expect(value('claimed', 'REWARDS_LSSKY_SPK')).toBe('270000000')
    expect(value('claimed', 'TOTAL')).toBe('860000000')
  })

  it('does not take for claimed what lies undelivered with a distributor', async () => {
    const chain = fakeSpk().answer(erc20, at.SPK.address, 'balanceOf', [at.REWARDS_DIST_USDS_SPK.address], 7n * million)
    expect((await seeing(chain)).value('claimed', 'USDS_SPK_FARM')).toBe('573000000')
  })

  it('counts an award of Sky’s that feeds no farm as claimed by its owner', async () => {
    const chain = fakeSpk().answer(dssVest, at.MCD_VEST_SPK_TREASURY.address, 'ids', [], 3n)
    const { value, num } = await seeing(
      placeAward(chain, 'MCD_VEST_SPK_TREASURY', 3n, { tot: 500n * million, rxd: 10n * million }),
    )
    expect(value('claimed', 'TOTAL')).toBe('860000000')
    expect(value('claimed', 'USDS_SPK_FARM')).toBe('580000000')
    expect(num('award-recipient', 'MCD_VEST_SPK_TREASURY.3').value?.raw).toBe(BigInt(at.SPARK_PROXY.address))
  })

  it('names no award of a farm whose distributor has been given none, and counts those made out to it', async () => {
    const distributor = at.REWARDS_DIST_USDS_SPK.address
    const { num, value } = await seeing(fakeSpk().answer(rewardsDistribution, distributor, 'vestId', [], 0n))
    expect(num('farm-award', 'USDS_SPK_FARM')).toMatchObject({ status: 'absent', value: null, code: 'not-set' })
    expect(value('claimed', 'USDS_SPK_FARM')).toBe('580000000')
  })

  it('goes on counting what a farm was paid from an award that has been yanked', async () => {
    const cut = { tot: 600n * million, rxd: 600n * million, fin: now - 1, usr: at.REWARDS_DIST_USDS_SPK.address }
    const { value } = await seeing(placeAward(fakeSpk(), 'MCD_VEST_SPK_TREASURY', 1n, cut))
    expect(value('yanked', 'MCD_VEST_SPK_TREASURY.1')).toBe('1')
    expect(value('claimed', 'USDS_SPK_FARM')).toBe('580000000')
  })

  it('holds all that it has for nobody, where nothing is staked and the period is over', async () => {
    const { num, value } = await seeing(fakeSpk().answer(farm, at.REWARDS_LSSKY_SPK.address, 'totalSupply', [], 0n))
    expect(num('farm-rate', 'REWARDS_LSSKY_SPK')).toMatchObject({ status: 'ok', value: { raw: 0n } })
    expect(num('farm-rate', 'REWARDS_LSSKY_SPK').note).toBeUndefined()
    expect(value('farm-stuck', 'REWARDS_LSSKY_SPK')).toBe('5000000')
  })

  it('pays nobody from a farm in which nothing is staked, and says what is stuck in it', async () => {
    const { num, value } = await seeing(fakeSpk().answer(farm, at.USDS_SPK_FARM.address, 'totalSupply', [], 0n))
    expect(num('farm-rate', 'USDS_SPK_FARM')).toMatchObject({
      status: 'ok',
      value: { raw: 0n },
      note: 'nothing-staked',
    })
    // what it holds, less what the last 100 seconds of its period are still to release
    expect(value('farm-stuck', 'USDS_SPK_FARM')).toBe('19996393.0111618467782852')
    expect(num('farm-rate', 'REWARDS_LSSKY_SPK').note).toBeUndefined()
    expect(value('farm-stuck', 'REWARDS_LSSKY_SPK')).toBe('0')
  })

  it('streams the team’s award before its cliff without unlocking it', async () => {
    const { value } = await seeing(fakeSpk())
    expect(value('stream', 'DSS_VEST.1')).not.toBe('0')
    expect([value('unlocked', 'DSS_VEST.1'), value('unpaid', 'DSS_VEST.1')]).toEqual(['0', '0'])
  })

  it('pays nothing from a farm after its period, whatever its contract answers', async () => {
    const { value } = await seeing(fakeSpk())
    expect(value('farm-rate', 'USDS_SPK_FARM')).toBe('36.069888381532217148')
    expect(value('farm-rate', 'REWARDS_LSSKY_SPK')).toBe('0')
    expect(value('locked', 'USDS_SPK_FARM')).toBe('3606.9888381532217148')
    expect(value('locked', 'REWARDS_LSSKY_SPK')).toBe('0')
  })

  it('stakes as stSPK was read in September 2025', async () => {
    const { value } = await seeing(fakeSpk())
    expect(value('staked', 'STSPK')).toBe('285332367.865665229378240234')
    expect(value('unstaking', 'STSPK')).toBe('45095426.429673522544849915')
    expect(value('withdrawable', 'STSPK')).toBe('1297744.242899052831650477')
  })

  it('makes promises of plans, and says who stated a grant', async () => {
    const { num } = await seeing(fakeSpk())
    expect(num('planned', 'ECOSYSTEM').class).toBe('promise')
    expect(num('granted', 'MCD_VEST_SPK_TREASURY.2').class).toBe('stated')
    expect(num('stream', 'DSS_VEST.1').class).toBe('onchain')
  })

  it('plans nothing before the launch', async () => {
    const chain = fakeSpk()
    chain.timestamp = LAUNCH - 1
    const { value, keys } = await seeing(chain)
    expect(keys('planned').map((key) => value('planned', key))).toEqual(['0', '0', '0', '0', '0'])
  })
})

describe('SPK where something is missing', () => {
  const vest = at.DSS_VEST.address

  it('has the team’s award absent before its contract is there, and the rest adds up', async () => {
    const chain = fakeSpk()
    for (const name of ['awards', 'accrued', 'unpaid'] as const) chain.raw(dssVest, vest, name, [1n], '0x')
    const { num, value } = await seeing(chain.raw(dssVest, vest, 'ids', [], '0x'))
    expect([num('stream', 'DSS_VEST.1').status, num('stream', 'DSS_VEST.1').code]).toEqual(['absent', 'not-deployed'])
    expect(value('distributed', 'TOTAL')).toBe('875000000')
  })

  it('has no award of a contract that made none yet', async () => {
    const { keys, value } = await seeing(fakeSpk().answer(dssVest, vest, 'ids', [], 0n))
    expect(keys('stream')).not.toContain('DSS_VEST.1')
    expect(value('claimed', 'TOTAL')).toBe('850000000')
  })

  it('has new awards without being told', async () => {
    const chain = fakeSpk().answer(dssVest, vest, 'ids', [], 2n)
    const { keys, value } = await seeing(placeAward(chain, 'DSS_VEST', 2n, { tot: million, rxd: 3n * wad }))
    expect(keys('stream')).toContain('DSS_VEST.2')
    expect(keys('yanked')).not.toContain('DSS_VEST.2')
    expect(value('claimed', 'TOTAL')).toBe('850000003')
  })

  it('fails an award that reverts, and the total with it, but no other', async () => {
    const { num } = await seeing(fakeSpk().revert(dssVest, vest, 'unpaid', [1n]))
    expect(num('unpaid', 'DSS_VEST.1').status).toBe('failed')
    expect(num('unpaid', 'TOTAL').status).toBe('failed')
    expect(num('unpaid', 'MCD_VEST_SPK_TREASURY.1').status).toBe('ok')
    expect(num('stream', 'TOTAL').status).toBe('ok')
  })

  it('asks a contract that claims a million awards for those known alone', async () => {
    const { keys, num } = await seeing(fakeSpk().answer(dssVest, vest, 'ids', [], 1_000_000n))
    expect(keys('stream').filter((key) => key.startsWith('DSS_VEST'))).toEqual(['DSS_VEST.1'])
    expect(num('stream', 'DSS_VEST.1').status).toBe('ok')
  })

  it('circulates all that is known to be held by nobody listed, and nothing while a holder is unknown', async () => {
    const listed = BigInt(lockedKeys().length - 4) * 100n
    const whole = await seeing(fakeSpk())
    expect(whole.value('circulating', 'SPK')).toBe(
      toDecimalString({ raw: (10_000n - listed) * million - rate * 100n, decimals: 18 }),
    )
    const chain = fakeSpk().revert(erc20, at.SPK.address, 'balanceOf', [at.PAUSE_PROXY.address])
    const { num } = await seeing(chain)
    expect(num('circulating', 'SPK').status).toBe('failed')
    expect(num('circulating-unstaked', 'SPK').status).toBe('failed')
    const early = fakeSpk()
    for (const name of ['rewardRate', 'periodFinish'] as const)
      early.raw(farm, at.REWARDS_LSSKY_SPK.address, name, [], '0x')
    expect((await seeing(early)).value('circulating', 'SPK')).toBe(whole.value('circulating', 'SPK'))
  })

  it('is absent altogether before the token is there', async () => {
    const { num, value } = await seeing(new FakeChain('ethereum', LAUNCH))
    expect(num('total-supply', 'SPK').status).toBe('absent')
    expect(num('circulating', 'SPK').status).toBe('absent')
    expect(num('stream', 'TOTAL').status).toBe('absent')
    expect(num('claimed', 'TOTAL').status).toBe('absent')
    expect(value('planned', 'ECOSYSTEM')).toBe('1700000000')
  })
})

/** Ids and units are permanent: links, series and other people's programs name them. */
const units: Readonly<Record<string, string>> = {
  token:
    'total-supply circulating circulating-wide circulating-unstaked locked planned granted award-total stream unlocked distributed claimed unpaid farm-staked farm-staked-spark farm-stuck staked unstaking withdrawable',
  time: 'award-begin award-cliff award-end farm-end',
  flag: 'yanked',
  count: 'farm-award',
  address: 'award-recipient',
  'token-per-second': 'farm-rate',
}

describe('the metrics of SPK', () => {
  it('keep their ids and units', () => {
    const said = spkMetrics.map(({ id, unit }) => `${id} ${unit}`).sort()
    const listed = Object.entries(units).flatMap(([unit, ids]) => ids.split(' ').map((id) => `spk.${id} ${unit}`))
    expect(said).toEqual(listed.sort())
  })

  it('explain themselves in both languages, by titles of their own', () => {
    for (const locale of ['en', 'zh-Hant'] as const) {
      const titles = spkMetrics.map(({ text }) => text[locale].title)
      expect(new Set(titles).size).toBe(titles.length)
    }
    for (const { id, text } of spkMetrics) {
      expect([id, text['zh-Hant'].caveats.length]).toEqual([id, text.en.caveats.length])
      expect([id, text.en.what.endsWith('.'), text['zh-Hant'].what.endsWith('。')]).toEqual([id, true, true])
      for (const caveat of text.en.caveats) expect(caveat).toMatch(/\.$/)
      for (const caveat of text['zh-Hant'].caveats) expect(caveat).toMatch(/。$/)
      expect([id, /\p{Script=Han}/u.test(JSON.stringify(text.en))]).toEqual([id, false])
    }
  })
})
