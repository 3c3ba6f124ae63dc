import { defineMetric } from '../define'
import { fromReserve, ofReserve, premiumOf, reserveReads } from './market'

export const liquidationBonus = defineMetric({
  id: 'lend.liquidation-bonus',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: {
    en: 'bits 32 to 47 of the reserve’s configuration, less the 100 % they include; 0 stays 0',
    'zh-Hant': '儲備設定的第 32 至 47 位元，減去其中的 100 %；0 仍為 0',
  },
  text: {
    en: {
      title: 'Liquidation bonus',
      what: 'The premium a liquidator receives on the collateral taken.',
      caveats: ['Part of the premium goes to the treasury: see the liquidation protocol fee.'],
    },
    'zh-Hant': {
      title: '清算獎勵',
      what: '清算人取得抵押品時的溢價。',
      caveats: ['部分溢價歸國庫所有：見清算協議費。'],
    },
  },
  read: fromReserve(({ config }) => ({
    value: premiumOf(config.liquidationBonus),
  })),
})
