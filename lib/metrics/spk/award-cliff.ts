import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { ofAward, readAward } from './awards'
import { instant } from './token'

export const awardCliff = defineMetric({
  id: 'spk.award-cliff',
  ...ofAward,
  unit: 'time',
  reads: [dssVest],
  formula: 'DssVest.awards(id).clf',
  text: {
    en: {
      title: 'Cliff',
      what: 'When something can be claimed for the first time: all that has streamed by then.',
      caveats: ['The same as the begin where there is no cliff.'],
    },
    'zh-Hant': {
      title: '懸崖期滿',
      what: '首次可以領取的時間：屆時一次解鎖至今的累計。',
      caveats: ['沒有懸崖期時與開始時間相同。'],
    },
  },
  read: readAward(({ clf }) => ({ value: instant(clf) })),
})
