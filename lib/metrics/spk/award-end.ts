import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { ofAward, readAward } from './awards'
import { instant } from './token'

export const awardEnd = defineMetric({
  id: 'spk.award-end',
  ...ofAward,
  unit: 'time',
  reads: [dssVest],
  formula: 'DssVest.awards(id).fin',
  text: {
    en: {
      title: 'End of vesting',
      what: 'When the award has streamed in full.',
      caveats: ['Of a yanked award, when it was cut short.'],
    },
    'zh-Hant': {
      title: '歸屬結束',
      what: '該筆歸屬全部累計完畢的時間。',
      caveats: ['遭終止的歸屬則為終止時間。'],
    },
  },
  read: readAward(({ fin }) => ({ value: instant(fin) })),
})
