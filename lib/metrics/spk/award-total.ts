import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { awardOf, ofAwards, readAwards } from './awards'

export const awardTotal = defineMetric({
  id: 'spk.award-total',
  ...ofAwards,
  unit: 'token',
  reads: [dssVest],
  formula: {
    en: 'DssVest.awards(id).tot; TOTAL: of all awards',
    'zh-Hant': 'DssVest.awards(id).tot；TOTAL 為各筆總和',
  },
  text: {
    en: {
      title: 'Award',
      what: 'What the award pays out in all, as the contract holds it.',
      caveats: ['Yanking an award rewrites it to what had been released by then.'],
    },
    'zh-Hant': {
      title: '歸屬總量',
      what: '該筆歸屬總共支付的數量，依合約所存。',
      caveats: ['歸屬一旦終止，合約即改寫為當時已釋出的數量。'],
    },
  },
  read: readAwards(async (reader, place) => (await awardOf(reader, place)).tot),
})
