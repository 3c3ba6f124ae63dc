import { defineMetric } from '../define'
import { fromAddress, fromReserve, ofReserve, reserveReads } from './market'

export const underlying = defineMetric({
  id: 'lend.underlying',
  ...ofReserve,
  unit: 'address',
  reads: reserveReads,
  formula: 'Pool.getReservesList()',
  text: {
    en: {
      title: 'Underlying asset',
      what: 'The token the reserve is about.',
      caveats: ['An address, as a number.'],
    },
    'zh-Hant': {
      title: '標的資產',
      what: '這個儲備的代幣。',
      caveats: ['以數字表示的位址。'],
    },
  },
  read: fromReserve(({ asset }) => ({ value: fromAddress(asset) })),
})
