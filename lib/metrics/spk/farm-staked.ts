import { farm } from '../../contracts/farm'
import { defineMetric } from '../define'
import { symbolOf, tokenReads } from '../token-symbol'
import { farmAt, farmOf, ofFarm } from './farms'
import { wad } from './token'

export const farmStaked = defineMetric({
  id: 'spk.farm-staked',
  ...ofFarm,
  unit: 'token',
  reads: [farm, ...tokenReads],
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
  async read(reader, key) {
    const { stakes } = farmOf(key)
    const [label, staked] = await Promise.all([
      symbolOf(reader, reader.address(stakes), stakes),
      reader.read(farm, farmAt(reader, key), 'totalSupply'),
    ])
    return { label, value: wad(staked) }
  },
})
