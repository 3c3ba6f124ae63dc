import { farm } from '../../contracts/farm'
import { defineMetric } from '../define'
import { farmAt, ofFarm } from './farms'
import { instant } from './token'

export const farmEnd = defineMetric({
  id: 'spk.farm-end',
  ...ofFarm,
  unit: 'time',
  reads: [farm],
  formula: 'StakingRewards.periodFinish()',
  text: {
    en: {
      title: 'End of the farm’s period',
      what: 'Until when the farm has something to pay, unless it is given more before.',
      caveats: ['A farm that is fed weekly is never more than seven days from its end.'],
    },
    'zh-Hant': {
      title: '挖礦期滿',
      what: '挖礦合約的獎勵可支付到何時，除非期前再獲撥付。',
      caveats: ['每週獲撥付的挖礦合約，離期滿永遠不超過七天。'],
    },
  },
  async read(reader, key) {
    return { value: instant(await reader.read(farm, farmAt(reader, key), 'periodFinish')) }
  },
})
