import { defineMetric } from '../define'
import { fromBps, fromReserve, ofReserve, reserveReads } from './market'

export const ltv = defineMetric({
  id: 'lend.ltv',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: {
    en: 'bits 0 to 15 of the reserve’s configuration, basis points / 10 000',
    'zh-Hant': '儲備設定的第 0 至 15 位元，基點 / 10 000',
  },
  text: {
    en: {
      title: 'Loan to value',
      what: 'How much may be borrowed against one unit of the asset’s value.',
      caveats: [
        '0 means no new collateral: what is collateral already still counts up to its liquidation threshold.',
        'Accounts in an e-mode use the category’s ratio instead.',
      ],
    },
    'zh-Hant': {
      title: '貸款價值比',
      what: '每單位資產價值可借出的比例。',
      caveats: ['0 表示不再接受新的抵押；已抵押的部分仍依清算門檻計算。', '使用效率模式的帳戶改用該類別的比例。'],
    },
  },
  read: fromReserve(({ config }) => ({ value: fromBps(config.ltv) })),
})
