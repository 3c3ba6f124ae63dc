import { defineMetric } from '../define'
import { fromAddress, fromReserve, ofReserve, reserveReads } from './market'

export const debtToken = defineMetric({
  id: 'lend.debt-token',
  ...ofReserve,
  unit: 'address',
  reads: reserveReads,
  formula: 'Pool.getReserveData(asset).variableDebtTokenAddress',
  text: {
    en: {
      title: 'Debt token',
      what: 'The token that counts variable debt.',
      caveats: ['An address, as a number.'],
    },
    'zh-Hant': {
      title: '債務代幣',
      what: '記錄浮動利率債務的代幣。',
      caveats: ['以數字表示的位址。'],
    },
  },
  read: fromReserve(({ data }) => ({
    value: fromAddress(data.variableDebtTokenAddress),
  })),
})
