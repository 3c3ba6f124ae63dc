import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { fromReserve, ofReserve, reserveReads } from './market'

export const isolationDebtUsd = defineMetric({
  id: 'lend.isolation-debt-usd',
  ...ofReserve,
  unit: 'usd',
  reads: reserveReads,
  formula: {
    en: 'Pool.getReserveData(asset).isolationModeTotalDebt, two decimals',
    'zh-Hant': 'Pool.getReserveData(asset).isolationModeTotalDebt，兩位小數',
  },
  text: {
    en: {
      title: 'Isolation-mode debt',
      what: 'Dollars borrowed against the asset as isolated collateral, as the pool counts them against the debt ceiling.',
      caveats: ['Leaves out interest and stays as it was when a ceiling is removed.'],
    },
    'zh-Hant': {
      title: '隔離模式債務',
      what: '以這項資產為隔離抵押品所借出的美元金額，即協議計入債務上限的數字。',
      caveats: ['不含利息；取消債務上限後數字仍保持不變。'],
    },
  },
  read: fromReserve(({ data }) => ({
    value: fixed(data.isolationModeTotalDebt, 2),
  })),
})
