import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { fromReserve, ofReserve, reserveReads } from './market'

export const borrowApr = defineMetric({
  id: 'lend.borrow-apr',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: 'Pool.getReserveData(asset).currentVariableBorrowRate / 10^27',
  text: {
    en: {
      title: 'Borrow APR',
      what: 'The yearly variable rate borrowers pay, without compounding, as the pool stored it at the last interaction.',
      caveats: ['An APR: the APY of the same rate is higher.'],
    },
    'zh-Hant': {
      title: '借款年利率（APR）',
      what: '借款人的浮動年利率，不計複利，為協議在最近一次互動時所存的數值。',
      caveats: ['這是 APR；同一利率的 APY 會更高。'],
    },
  },
  read: fromReserve(({ data }) => ({
    value: fixed(data.currentVariableBorrowRate, 27),
  })),
})
