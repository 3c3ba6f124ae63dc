import { defineMetric } from '../define'
import { fromAddress, fromReserve, ofReserve, reserveReads } from './market'

export const spToken = defineMetric({
  id: 'lend.sp-token',
  ...ofReserve,
  unit: 'address',
  reads: reserveReads,
  formula: 'Pool.getReserveData(asset).aTokenAddress',
  text: {
    en: {
      title: 'spToken',
      what: 'The token that suppliers hold; it also holds the reserve’s cash.',
      caveats: ['An address, as a number.'],
    },
    'zh-Hant': {
      title: 'spToken',
      what: '存款人持有的代幣；儲備的現金也存放於此。',
      caveats: ['以數字表示的位址。'],
    },
  },
  read: fromReserve(({ data }) => ({ value: fromAddress(data.aTokenAddress) })),
})
