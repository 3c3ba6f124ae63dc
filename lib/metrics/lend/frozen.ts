import { defineMetric } from '../define'
import { fromFlag, fromReserve, ofReserve, reserveReads } from './market'

export const frozen = defineMetric({
  id: 'lend.frozen',
  ...ofReserve,
  unit: 'flag',
  reads: reserveReads,
  formula: { en: 'bit 57 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 57 位元' },
  text: {
    en: {
      title: 'Frozen',
      what: 'Whether the reserve takes no new supply and no new borrowing; withdrawing, repaying and liquidating go on.',
      caveats: ['Interest keeps accruing while a reserve is frozen.'],
    },
    'zh-Hant': {
      title: '凍結',
      what: '這個儲備是否不再接受新的存款與借款；提領、還款與清算照常。',
      caveats: ['凍結期間利息照常累計。'],
    },
  },
  read: fromReserve(({ config }) => ({ value: fromFlag(config.frozen) })),
})
