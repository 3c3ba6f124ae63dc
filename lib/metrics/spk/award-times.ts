import { dssVest } from '../../contracts/dss-vest'
import type { Words } from '../define'
import { defineMetric } from '../define'
import { ofAward, readAward } from './awards'
import { instant } from './token'

type Row = Pick<Words, 'text'> & { readonly id: `spk.${string}`; readonly field: 'bgn' | 'clf' | 'fin' }

const rows: readonly Row[] = [
  {
    id: 'spk.award-begin',
    field: 'bgn',
    text: {
      en: { title: 'Begin of vesting', what: 'When the award began, or begins, to stream.' },
      'zh-Hant': { title: '歸屬開始', what: '該筆歸屬開始累計的時間。' },
    },
  },
  {
    id: 'spk.award-cliff',
    field: 'clf',
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
  },
  {
    id: 'spk.award-end',
    field: 'fin',
    text: {
      en: {
        title: 'End of vesting',
        what: 'When the award has streamed in full.',
        caveats: ['Of a yanked award, when it was cut short.'],
      },
      'zh-Hant': { title: '歸屬結束', what: '該筆歸屬全部累計完畢的時間。', caveats: ['遭終止的歸屬則為終止時間。'] },
    },
  },
]

/** The times of an award, as the contract holds them. */
export const awardTimes = rows.map(({ field, ...row }) =>
  defineMetric({
    ...ofAward,
    ...row,
    unit: 'time',
    formula: `DssVest.awards(id).${field}`,
    reads: [dssVest],
    read: readAward((award) => ({ value: instant(award[field]) })),
  }),
)
