import { type Fixed, fixed } from '../../math/fixed'
import type { Words } from '../define'
import { defineMetric } from '../define'
import type { Metric } from '../types'
import { bitsOf } from './config-bits'
import { fromReserve, ofReserve, type Reserve, type ReserveRow, reserveReads } from './reserve'

type Row = ReserveRow &
  Pick<Words, 'formula'> &
  Pick<Metric, 'notes'> & {
    readonly value: (reserve: Reserve) => Fixed
    /** Whether 0 means that there is none. */
    readonly zeroIsNone?: true
  }

const rows: readonly Row[] = [
  {
    id: 'lend.debt-ceiling-usd',
    formula: bitsOf('debtCeiling', { en: ', two decimals', 'zh-Hant': '，兩位小數' }),
    value: ({ config }) => fixed(config.debtCeiling, 2),
    zeroIsNone: true,
    notes: { none: 'not-isolated' },
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
  },
  {
    id: 'lend.isolation-debt-usd',
    value: ({ data }) => fixed(data.isolationModeTotalDebt, 2),
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
  },
]

/** Dollars of the isolation mode, as the pool counts them. */
export const isolation = rows.map(({ value, zeroIsNone = false, ...row }) =>
  defineMetric({
    ...ofReserve,
    ...row,
    unit: 'usd',
    reads: reserveReads,
    read: fromReserve((reserve) => {
      const dollars = value(reserve)
      return { value: dollars, ...(zeroIsNone && dollars.raw === 0n ? { note: 'none' } : {}) }
    }),
  }),
)
