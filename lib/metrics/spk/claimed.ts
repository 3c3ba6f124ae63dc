import { erc20 } from '../../contracts/erc20'
import { AbsentError } from '../../errors'
import type { Reader } from '../../reader/types'
import { defineMetric, revised } from '../define'
import { awardKeys, awardOf, awardsInSum, ofAwards, placeOf, sumOfDeployed } from './awards'
import { awardsFeeding, feedReads, prefetchFeeds } from './farm-awards'
import { farmKeys, farmOf, farms } from './farms'
import { spkOf, wad } from './token'

const reads = [...feedReads, erc20] as const

type ClaimReader = Reader<(typeof reads)[number]>

const ofAward = async (reader: ClaimReader, key: string): Promise<bigint> => (await awardOf(reader, placeOf(key))).rxd

const ofFarm = async (reader: ClaimReader, key: string): Promise<bigint> => {
  const farm = farmOf(key)
  const [awards, ...left] = await Promise.all([
    awardsFeeding(reader, key),
    spkOf(reader, farm.key),
    spkOf(reader, farm.distributor),
  ])
  const paidOut = await Promise.all(awards.map((award) => ofAward(reader, award)))
  return sum(paidOut) - sum(left)
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, each) => all + each, 0n)

const isFarm = (key: string): boolean => farmKeys().includes(key)

/** Before Sky's vesting contract is there, nothing feeds a farm. */
const noneWhereAbsent = (error: unknown): readonly string[] => {
  if (error instanceof AbsentError) return []
  throw error
}

/** Each SPK once: what a farm's award has paid is counted where users took it. */
const ofAll = async (reader: ClaimReader): Promise<bigint> => {
  const [all, ...feeding] = await Promise.all([
    awardsInSum(reader),
    ...farmKeys().map((key) => awardsFeeding(reader, key).catch(noneWhereAbsent)),
  ])
  const direct = all.filter((key) => !feeding.flat().includes(key))
  return sumOfDeployed([...direct.map((key) => ofAward(reader, key)), ...farmKeys().map((key) => ofFarm(reader, key))])
}

const claimKeys = async (reader: ClaimReader): Promise<readonly string[]> => [
  ...(await awardKeys(reader)),
  ...farmKeys(),
  'TOTAL',
]

export const claimed = defineMetric({
  id: 'spk.claimed',
  ...ofAwards,
  unit: 'token',
  versions: revised({
    since: '2026-11-30',
    change: {
      en: 'Of a farm, every award made out to its distributor counts, whichever it draws on now, less what lies undelivered with the distributor.',
      'zh-Hant': '挖礦改計所有以其發放合約為受領人的歸屬，不論目前領取哪一筆，並扣除發放合約中尚未送達的部分。',
    },
  }),
  reads,
  keys: claimKeys,
  prefetch: (reader) => [
    ...ofAwards.prefetch(reader),
    ...prefetchFeeds(reader),
    ...farms.flatMap(({ key, distributor }) => [spkOf(reader, key), spkOf(reader, distributor)]),
  ],
  expects: () => [...ofAwards.expects(), ...farmKeys()],
  formula: {
    en: 'Farm: Σ awards(id).rxd of the awards that are made out to its distributor or that its vestId() names − SPK.balanceOf(farm) − SPK.balanceOf(distributor). Award: awards(id).rxd. TOTAL: the farms and the awards that feed none',
    'zh-Hant':
      '挖礦：以其發放合約為受領人、或其 vestId() 所指歸屬的 Σ awards(id).rxd − SPK.balanceOf(挖礦合約) − SPK.balanceOf(發放合約)。歸屬：awards(id).rxd。TOTAL：挖礦合約，加上不供給挖礦的歸屬',
  },
  text: {
    en: {
      title: 'Claimed',
      what: 'What people have taken: of a farm by its stakers, of an award by its owner.',
      caveats: [
        'Equal to the sum of the farm’s RewardPaid, as long as nobody sends SPK to a farm or recovers it from there: a stray transfer lowers it.',
        'An award that feeds a farm is claimed by the farm, and so is not in the total a second time.',
        'The multisigs’ own distributions of the ecosystem’s SPK run through no such contract and are not in it.',
      ],
    },
    'zh-Hant': {
      title: '已領取',
      what: '實際被領走的數量：挖礦由質押者領取，歸屬由持有人領取。',
      caveats: [
        '只要無人誤轉 SPK 至挖礦合約或從中取回，即等於 RewardPaid 的總和；誤轉會使其偏低。',
        '供給挖礦的歸屬由挖礦合約領取，因此不重複計入總數。',
        '生態系的 SPK 由多簽錢包自行發放，不經此類合約，因此不在其中。',
      ],
    },
  },
  async read(reader, key) {
    if (key === 'TOTAL') return { value: wad(await ofAll(reader)) }
    return { value: wad(await (isFarm(key) ? ofFarm(reader, key) : ofAward(reader, key))) }
  },
})
