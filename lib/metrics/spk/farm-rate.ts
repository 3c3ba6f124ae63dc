import { farm } from '../../contracts/farm'
import { rewardRateNow } from '../../math/vesting'
import { defineMetric } from '../define'
import { farmAt, ofFarm } from './farms'
import { wad } from './token'

export const farmRate = defineMetric({
  id: 'spk.farm-rate',
  ...ofFarm,
  unit: 'token-per-second',
  reads: [farm],
  formula: {
    en: 'block time < periodFinish() ? rewardRate() : 0',
    'zh-Hant': '區塊時間 < periodFinish() 時為 rewardRate()，否則 0',
  },
  text: {
    en: {
      title: 'Farm rate',
      what: 'SPK that the farm pays its stakers a second, all together.',
      caveats: [
        'The contract keeps its last rate after the period’s end, when it pays nothing: that rate is not shown.',
        'Each distribution of about a week’s award sets a new rate for the seven days that follow.',
      ],
    },
    'zh-Hant': {
      title: '挖礦速率',
      what: '挖礦合約每秒付給全體質押者的 SPK。',
      caveats: [
        '期滿後合約仍保留最後的速率，但不再支付：此處不顯示該速率。',
        '約每週發放一次，並為其後七天訂下新速率。',
      ],
    },
  },
  async read(reader, key) {
    const at = farmAt(reader, key)
    const [rate, finish] = await Promise.all([
      reader.read(farm, at, 'rewardRate'),
      reader.read(farm, at, 'periodFinish'),
    ])
    return { value: wad(rewardRateNow(rate, finish, reader.block.timestamp)) }
  },
})
