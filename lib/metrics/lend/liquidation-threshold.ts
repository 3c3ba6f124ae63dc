import { defineMetric } from '../define'
import { fromBps, fromReserve, ofReserve, reserveReads } from './market'

export const liquidationThreshold = defineMetric({
  id: 'lend.liquidation-threshold',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: {
    en: 'bits 16 to 31 of the reserve’s configuration, basis points / 10 000',
    'zh-Hant': '儲備設定的第 16 至 31 位元，基點 / 10 000',
  },
  text: {
    en: {
      title: 'Liquidation threshold',
      what: 'The share of the collateral’s value above which a debt may be liquidated.',
      caveats: ['0 means that the asset is no collateral.'],
    },
    'zh-Hant': {
      title: '清算門檻',
      what: '債務超過抵押品價值的這個比例時，即可被清算。',
      caveats: ['0 表示這項資產不可作為抵押品。'],
    },
  },
  read: fromReserve(({ config }) => ({
    value: fromBps(config.liquidationThreshold),
  })),
})
