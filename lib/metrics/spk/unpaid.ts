import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { ofAwards, readAwards, unpaidOf } from './awards'

export const unpaid = defineMetric({
  id: 'spk.unpaid',
  ...ofAwards,
  unit: 'token',
  reads: [dssVest],
  formula: {
    en: 'DssVest.unpaid(id) = unlocked − rxd; TOTAL: of all awards',
    'zh-Hant': 'DssVest.unpaid(id) = 已解鎖 − rxd；TOTAL 為各筆總和',
  },
  text: {
    en: {
      title: 'Unpaid',
      what: 'What can be claimed of the award now.',
      caveats: ['Of a farm’s award: what its next weekly distribution would bring.'],
    },
    'zh-Hant': {
      title: '未支付',
      what: '該筆歸屬現在可領取的數量。',
      caveats: ['就挖礦的歸屬而言，即下一次每週發放的數量。'],
    },
  },
  read: readAwards(unpaidOf),
})
