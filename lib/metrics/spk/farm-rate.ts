import { farm } from '../../contracts/farm'
import { rewardRateNow } from '../../math/vesting'
import { defineMetric, revised } from '../define'
import { farmAt, ofFarm } from './farms'
import { wad } from './token'

export const farmRate = defineMetric({
  id: 'spk.farm-rate',
  ...ofFarm,
  versions: revised({
    since: '2026-11-30',
    change: {
      en: '0, with a note, where nothing is staked: the farm then pays nobody.',
      'zh-Hant': '無人質押時為 0 並加註：此時挖礦合約不付給任何人。',
    },
  }),
  unit: 'token-per-second',
  reads: [farm],
  formula: {
    en: 'totalSupply() > 0 and block time < periodFinish() ? rewardRate() : 0',
    'zh-Hant': 'totalSupply() > 0 且區塊時間 < periodFinish() 時為 rewardRate()，否則 0',
  },
  text: {
    en: {
      title: 'Farm rate',
      what: 'SPK that the farm pays its stakers a second, all together.',
      caveats: [
        'The contract keeps its last rate after the period’s end, when it pays nothing: that rate is not shown.',
        'A farm in which nothing is staked goes on releasing SPK but pays nobody: see spk.farm-stuck.',
        'Each distribution of about a week’s award sets a new rate for the seven days that follow.',
      ],
    },
    'zh-Hant': {
      title: '挖礦速率',
      what: '挖礦合約每秒付給全體質押者的 SPK。',
      caveats: [
        '期滿後合約仍保留最後的速率，但不再支付：此處不顯示該速率。',
        '無人質押的挖礦合約仍會釋出 SPK，但不付給任何人：見 spk.farm-stuck。',
        '約每週發放一次，並為其後七天訂下新速率。',
      ],
    },
  },
  async read(reader, key) {
    const at = farmAt(reader, key)
    const [rate, finish, staked] = await Promise.all([
      reader.read(farm, at, 'rewardRate'),
      reader.read(farm, at, 'periodFinish'),
      reader.read(farm, at, 'totalSupply'),
    ])
    const now = rewardRateNow(rate, finish, reader.block.timestamp)
    return now > 0n && staked === 0n ? { value: wad(0n), note: 'nothing-staked' } : { value: wad(now) }
  },
})
