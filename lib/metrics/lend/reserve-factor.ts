import { defineMetric } from '../define'
import { fromBps, fromReserve, ofReserve, reserveReads } from './market'

export const reserveFactor = defineMetric({
  id: 'lend.reserve-factor',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: {
    en: 'bits 64 to 79 of the reserve’s configuration, basis points / 10 000',
    'zh-Hant': '儲備設定的第 64 至 79 位元，基點 / 10 000',
  },
  text: {
    en: {
      title: 'Reserve factor',
      what: 'The share of the borrowers’ interest that goes to the treasury.',
      caveats: [],
    },
    'zh-Hant': {
      title: '儲備係數',
      what: '借款人所付利息中歸國庫的比例。',
      caveats: [],
    },
  },
  read: fromReserve(({ config }) => ({ value: fromBps(config.reserveFactor) })),
})
