import type { ReserveConfig } from '../../math/reserve-config'
import { defineMetric } from '../define'
import { bitsOf } from './config-bits'
import { fromReserve, ofReserve, type ReserveRow, reserveReads } from './reserve'
import { fromFlag } from './values'

type Flag = {
  [field in keyof ReserveConfig]: ReserveConfig[field] extends boolean ? field : never
}[keyof ReserveConfig]

type Row = ReserveRow & { readonly flag: Flag }

const rows: readonly Row[] = [
  {
    id: 'lend.active',
    flag: 'active',
    text: {
      en: { title: 'Active', what: 'Whether the reserve is in use at all.' },
      'zh-Hant': { title: '啟用', what: '這個儲備是否啟用。' },
    },
  },
  {
    id: 'lend.frozen',
    flag: 'frozen',
    text: {
      en: {
        title: 'Frozen',
        what: 'Whether the reserve takes no new supply and no new borrowing; withdrawing, repaying and liquidating go on.',
        caveats: ['Interest keeps accruing while a reserve is frozen.'],
      },
      'zh-Hant': {
        title: '凍結',
        what: '這個儲備是否不再接受新的存款與借款；提領、還款與清算照常。',
        caveats: ['凍結期間利息照常累計。'],
      },
    },
  },
  {
    id: 'lend.paused',
    flag: 'paused',
    text: {
      en: {
        title: 'Paused',
        what: 'Whether every action on the reserve is stopped, withdrawing, repaying and liquidating included.',
        caveats: ['Interest keeps accruing while a reserve is paused.'],
      },
      'zh-Hant': {
        title: '暫停',
        what: '這個儲備的所有操作是否都已停止，提領、還款與清算也包括在內。',
        caveats: ['暫停期間利息照常累計。'],
      },
    },
  },
  {
    id: 'lend.borrowing-enabled',
    flag: 'borrowingEnabled',
    text: {
      en: {
        title: 'Borrowing enabled',
        what: 'Whether the asset may be borrowed.',
        caveats: ['The kill switch clears it on every reserve at once: that is an emergency stop, not a delisting.'],
      },
      'zh-Hant': {
        title: '可借款',
        what: '這項資產是否可以借出。',
        caveats: ['緊急開關會同時關閉所有儲備的借款：那是緊急停止，不是下架。'],
      },
    },
  },
  {
    id: 'lend.flash-loan-enabled',
    flag: 'flashLoanEnabled',
    text: {
      en: { title: 'Flash loans enabled', what: 'Whether the asset may be lent within a single transaction.' },
      'zh-Hant': { title: '可閃電貸', what: '這項資產是否可在單一交易內借出並歸還。' },
    },
  },
  {
    id: 'lend.borrowable-in-isolation',
    flag: 'borrowableInIsolation',
    text: {
      en: { title: 'Borrowable in isolation', what: 'Whether the asset may be borrowed against isolated collateral.' },
      'zh-Hant': { title: '可於隔離模式借款', what: '以隔離抵押品借款時，是否可以借出這項資產。' },
    },
  },
  {
    id: 'lend.siloed-borrowing',
    flag: 'siloedBorrowing',
    text: {
      en: { title: 'Siloed borrowing', what: 'Whether an account that borrows the asset may borrow nothing else.' },
      'zh-Hant': { title: '單獨借款', what: '借出這項資產的帳戶是否不得再借其他資產。' },
    },
  },
]

/** Switches of a reserve: single bits of its configuration. */
export const flags = rows.map(({ flag, ...row }) =>
  defineMetric({
    ...ofReserve,
    ...row,
    unit: 'flag',
    formula: bitsOf(flag),
    reads: reserveReads,
    read: fromReserve(({ config }) => ({ value: fromFlag(config[flag]) })),
  }),
)
