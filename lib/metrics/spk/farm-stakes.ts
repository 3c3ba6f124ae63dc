import { farm } from '../../contracts/farm'
import type { Reader } from '../../reader/types'
import { defineMetric, type Words } from '../define'
import { symbolOf, tokenReads } from '../token-symbol'
import { farmAt, farmOf, ofFarm } from './farms'
import { wad } from './token'

type Row = Words & {
  readonly id: `spk.${string}`
  readonly staked: (reader: Reader<typeof farm>, key: string) => Promise<bigint>
}

const rows: readonly Row[] = [
  {
    id: 'spk.farm-staked',
    staked: (reader, key) => reader.read(farm, farmAt(reader, key), 'totalSupply'),
    formula: 'StakingRewards.totalSupply()',
    text: {
      en: {
        title: 'Staked in the farm',
        what: 'What lies in the farm to earn SPK, in the token it takes.',
        caveats: ['The USDS farm takes USDS, some of it the liquidity layer’s own; the other takes locked SKY.'],
      },
      'zh-Hant': {
        title: '挖礦質押量',
        what: '存入挖礦合約以賺取 SPK 的代幣數量。',
        caveats: ['USDS 挖礦接受 USDS，其中部分屬流動性層自有；另一個接受鎖定的 SKY。'],
      },
    },
  },
  {
    id: 'spk.farm-staked-spark',
    staked: (reader, key) => reader.read(farm, farmAt(reader, key), 'balanceOf', [reader.address('ALM_PROXY')]),
    formula: 'StakingRewards.balanceOf(ALM_PROXY)',
    text: {
      en: {
        title: 'Staked by Spark itself',
        what: 'The part of what is staked in the farm that belongs to the liquidity layer.',
        caveats: ['Governance lets the layer stake USDS in its own farm, within a limit.'],
      },
      'zh-Hant': {
        title: 'Spark 自有質押',
        what: '挖礦質押量中屬於流動性層的部分。',
        caveats: ['治理允許流動性層在限額內將 USDS 質押於自家的挖礦合約。'],
      },
    },
  },
]

/** What is staked in a farm, in the token it takes. */
export const farmStakes = rows.map(({ staked, ...row }) =>
  defineMetric({
    ...ofFarm,
    ...row,
    unit: 'token',
    symbol: 'label',
    reads: [farm, ...tokenReads],
    async read(reader, key) {
      const { stakes } = farmOf(key)
      const [label, amount] = await Promise.all([symbolOf(reader, reader.address(stakes), stakes), staked(reader, key)])
      return { label, value: wad(amount) }
    },
  }),
)
