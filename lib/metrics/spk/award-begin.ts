import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { ofAward, readAward } from './awards'
import { instant } from './token'

export const awardBegin = defineMetric({
  id: 'spk.award-begin',
  ...ofAward,
  unit: 'time',
  reads: [dssVest],
  formula: 'DssVest.awards(id).bgn',
  text: {
    en: {
      title: 'Begin of vesting',
      what: 'When the award began, or begins, to stream.',
    },
    'zh-Hant': {
      title: '歸屬開始',
      what: '該筆歸屬開始累計的時間。',
    },
  },
  read: readAward(({ bgn }) => ({ value: instant(bgn) })),
})
