import { defineMetric } from '../define'
import { fromFlag, fromReserve, ofReserve, reserveReads } from './market'

export const paused = defineMetric({
  id: 'lend.paused',
  ...ofReserve,
  unit: 'flag',
  reads: reserveReads,
  formula: { en: 'bit 60 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 60 位元' },
  text: {
    en: {
      title: 'Paused',
      what: 'Whether every action on the reserve is stopped, withdrawing, repaying and liquidating included.',
      caveats: ['Interest keeps accruing while a reserve is paused.'],
    },
    'zh-Hant': {
      title: '暫停',
      what: '這個儲備的所有操作是否都已停止，提領、還款與清算也包括在內。',
      caveats: ['暫停期間利息照常累計。'],
    },
  },
  read: fromReserve(({ config }) => ({ value: fromFlag(config.paused) })),
})
