import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { fromReserve, ofReserve, reserveReads } from './market'

export const debtCeilingUsd = defineMetric({
  id: 'lend.debt-ceiling-usd',
  ...ofReserve,
  unit: 'usd',
  reads: reserveReads,
  formula: {
    en: 'bits 212 to 251 of the reserve’s configuration, two decimals',
    'zh-Hant': '儲備設定的第 212 至 251 位元，兩位小數',
  },
  text: {
    en: {
      title: 'Debt ceiling',
      what: 'How many dollars may be borrowed in all against the asset while it is isolated collateral.',
      caveats: ['0 means that the asset is not isolated.'],
    },
    'zh-Hant': {
      title: '債務上限',
      what: '這項資產作為隔離抵押品時，總共可借出的美元金額。',
      caveats: ['0 表示這項資產不受隔離限制。'],
    },
  },
  read: fromReserve(({ config }) => ({
    value: fixed(config.debtCeiling, 2),
    ...(config.debtCeiling === 0n ? { note: 'none' } : {}),
  })),
})
