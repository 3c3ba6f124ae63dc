import { apyFromAnnualRate } from '../../math/compounding'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { fromReserve, ofReserve, reserveReads } from './market'

export const borrowApy = defineMetric({
  id: 'lend.borrow-apy',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: {
    en: '(1 + rate / 31 536 000)^31 536 000 − 1, rate = Pool.getReserveData(asset).currentVariableBorrowRate / 10^27',
    'zh-Hant':
      '(1 + rate / 31 536 000)^31 536 000 − 1，rate = Pool.getReserveData(asset).currentVariableBorrowRate / 10^27',
  },
  text: {
    en: {
      title: 'Borrow APY',
      what: 'The yearly cost of borrowing the asset, compounded each second, from the rate stored at the last interaction.',
      caveats: [
        'The stored rate: the curve may by now say another one, which the next interaction will store (see the next borrow APY).',
        'Given for every reserve, also where borrowing is not enabled.',
      ],
    },
    'zh-Hant': {
      title: '借款年化利率（APY）',
      what: '借入這項資產的年化成本，每秒複利，依最近一次互動時所存的利率計算。',
      caveats: [
        '這是已儲存的利率：利率曲線此刻可能已給出不同數值，待下次互動才會寫入（見下次借款 APY）。',
        '每個儲備都會列出，未開放借款的也包括在內。',
      ],
    },
  },
  read: fromReserve(({ data }) => ({
    value: fixed(apyFromAnnualRate(data.currentVariableBorrowRate), 27),
  })),
})
