import { defineMetric } from '../define'
import { fromBps, fromReserve, ofReserve, reserveReads } from './market'

export const liquidationProtocolFee = defineMetric({
  id: 'lend.liquidation-protocol-fee',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: {
    en: 'bits 152 to 167 of the reserve’s configuration, basis points / 10 000',
    'zh-Hant': '儲備設定的第 152 至 167 位元，基點 / 10 000',
  },
  text: {
    en: {
      title: 'Liquidation protocol fee',
      what: 'The share of the liquidation bonus that goes to the treasury.',
      caveats: ['A share of the premium, not of the amount.'],
    },
    'zh-Hant': {
      title: '清算協議費',
      what: '清算獎勵中歸國庫的比例。',
      caveats: ['是溢價的比例，不是金額的比例。'],
    },
  },
  read: fromReserve(({ config }) => ({
    value: fromBps(config.liquidationProtocolFee),
  })),
})
