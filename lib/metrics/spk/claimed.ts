import { dssVest } from '../../contracts/dss-vest'
import { erc20 } from '../../contracts/erc20'
import type { Reader } from '../../reader/types'
import { defineMetric } from '../define'
import { awardKeys, awardOf, awardsInSum, ofAwards, placeOf, sumOfDeployed } from './awards'
import { farmKeys, farmOf, farms } from './farms'
import { spkOf, wad } from './token'

type ClaimReader = Reader<typeof dssVest | typeof erc20>

const ofAward = async (reader: ClaimReader, key: string): Promise<bigint> => (await awardOf(reader, placeOf(key))).rxd

const ofFarm = async (reader: ClaimReader, key: string): Promise<bigint> => {
  const farm = farmOf(key)
  const [paidIn, left] = await Promise.all([ofAward(reader, farm.award), spkOf(reader, farm.key)])
  return paidIn - left
}

const isFarm = (key: string): boolean => farmKeys().includes(key)

/** Each SPK once: what a farm's award has paid is counted where users took it. */
const ofAll = async (reader: ClaimReader): Promise<bigint> => {
  const direct = (await awardsInSum(reader)).filter((key) => !farms.some(({ award }) => award === key))
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
  reads: [dssVest, erc20],
  keys: claimKeys,
  prefetch: (reader) => [...ofAwards.prefetch(reader), ...farms.map(({ key }) => spkOf(reader, key))],
  expects: () => [...ofAwards.expects(), ...farmKeys()],
  formula: {
    en: 'Farm: awards(id).rxd of the award that feeds it − SPK.balanceOf(farm). Award: awards(id).rxd. TOTAL: the farms and the awards that feed none',
    'zh-Hant':
      '挖礦：供給它的歸屬之 awards(id).rxd − SPK.balanceOf(挖礦合約)。歸屬：awards(id).rxd。TOTAL：挖礦合約，加上不供給挖礦的歸屬',
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
