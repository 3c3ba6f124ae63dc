import { defineMetric } from '../define'
import { fromFlag, fromReserve, ofReserve, reserveReads } from './market'

export const borrowingEnabled = defineMetric({
  id: 'lend.borrowing-enabled',
  ...ofReserve,
  unit: 'flag',
  reads: reserveReads,
  formula: { en: 'bit 58 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 58 位元' },
  text: {
    en: {
      title: 'Borrowing enabled',
      what: 'Whether the asset may be borrowed.',
      caveats: ['The kill switch clears it on every reserve at once: that is an emergency stop, not a delisting.'],
    },
    'zh-Hant': {
      title: '可借款',
      what: '這項資產是否可以借出。',
      caveats: ['緊急開關會同時關閉所有儲備的借款：那是緊急停止，不是下架。'],
    },
  },
  read: fromReserve(({ config }) => ({
    value: fromFlag(config.borrowingEnabled),
  })),
})
