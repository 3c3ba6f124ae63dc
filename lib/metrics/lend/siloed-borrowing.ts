import { defineMetric } from '../define'
import { fromFlag, fromReserve, ofReserve, reserveReads } from './market'

export const siloedBorrowing = defineMetric({
  id: 'lend.siloed-borrowing',
  ...ofReserve,
  unit: 'flag',
  reads: reserveReads,
  formula: { en: 'bit 62 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 62 位元' },
  text: {
    en: {
      title: 'Siloed borrowing',
      what: 'Whether an account that borrows the asset may borrow nothing else.',
      caveats: [],
    },
    'zh-Hant': {
      title: '單獨借款',
      what: '借出這項資產的帳戶是否不得再借其他資產。',
      caveats: [],
    },
  },
  read: fromReserve(({ config }) => ({
    value: fromFlag(config.siloedBorrowing),
  })),
})
