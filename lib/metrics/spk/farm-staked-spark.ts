import { farm } from '../../contracts/farm'
import { defineMetric } from '../define'
import { symbolOf, tokenReads } from '../token-symbol'
import { farmAt, farmOf, ofFarm } from './farms'
import { wad } from './token'

export const farmStakedSpark = defineMetric({
  id: 'spk.farm-staked-spark',
  ...ofFarm,
  unit: 'token',
  reads: [farm, ...tokenReads],
  formula: 'StakingRewards.balanceOf(ALM_PROXY)',
  text: {
    en: {
      title: 'Staked by Spark itself',
      what: 'Of what lies in the farm, the liquidity layer’s own.',
      caveats: ['Governance lets the layer stake USDS in its own farm, within a limit.'],
    },
    'zh-Hant': {
      title: 'Spark 自有質押',
      what: '挖礦質押量中屬於流動性層的部分。',
      caveats: ['治理允許流動性層在限額內將 USDS 質押於自家的挖礦合約。'],
    },
  },
  async read(reader, key) {
    const { stakes } = farmOf(key)
    const [label, staked] = await Promise.all([
      symbolOf(reader, reader.address(stakes), stakes),
      reader.read(farm, farmAt(reader, key), 'balanceOf', [reader.address('ALM_PROXY')]),
    ])
    return { label, value: wad(staked) }
  },
})
