import { AbsentError } from '../../errors'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { feedReads, vestIdOf } from './farm-awards'
import { farmOf, ofFarm } from './farms'

export const farmAward = defineMetric({
  id: 'spk.farm-award',
  ...ofFarm,
  unit: 'count',
  reads: feedReads,
  formula: 'VestedRewardsDistribution.vestId()',
  text: {
    en: {
      title: 'Award that feeds the farm',
      what: 'The number of the award of MCD_VEST_SPK_TREASURY that the farm’s distributor draws on.',
      caveats: [
        'Governance can give the distributor another award: what the one before paid stays counted as paid.',
        'Absent while the distributor has been given none.',
      ],
    },
    'zh-Hant': {
      title: '供給挖礦的歸屬',
      what: '挖礦的發放合約目前領取的是 MCD_VEST_SPK_TREASURY 的第幾筆歸屬。',
      caveats: [
        '治理可以為發放合約改設另一筆歸屬；前一筆已支付的仍計為已支付。',
        '發放合約尚未設定歸屬時，此數字從缺。',
      ],
    },
  },
  async read(reader, key) {
    const id = await vestIdOf(reader, farmOf(key))
    if (id === 0n) throw new AbsentError('not-set')
    return { value: fixed(id, 0) }
  },
})
