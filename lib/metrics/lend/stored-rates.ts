import { apyFromAnnualRate } from '../../math/compounding'
import { fixed } from '../../math/fixed'
import { defineMetric, type Words } from '../define'
import { fromReserve, ofReserve, type ReserveRow, reserveReads } from './reserve'

type Row = ReserveRow & {
  readonly rate: 'currentLiquidityRate' | 'currentVariableBorrowRate'
  readonly compounded: boolean
}

const rows: readonly Row[] = [
  {
    id: 'lend.supply-apr',
    rate: 'currentLiquidityRate',
    compounded: false,
    text: {
      en: {
        title: 'Supply APR',
        what: 'The yearly rate suppliers earn, without compounding, as the pool stored it at the last interaction.',
        caveats: ['An APR: the APY of the same rate is higher.'],
      },
      'zh-Hant': {
        title: '存款年利率（APR）',
        what: '存款人的年利率，不計複利，為協議在最近一次互動時所存的數值。',
        caveats: ['這是 APR；同一利率的 APY 會更高。'],
      },
    },
  },
  {
    id: 'lend.supply-apy',
    rate: 'currentLiquidityRate',
    compounded: true,
    text: {
      en: {
        title: 'Supply APY',
        what: 'The yearly yield of supplying the asset, compounded each second, from the rate stored at the last interaction.',
        caveats: [
          'Between interactions the index grows in a straight line, so that what is earned can be a little less.',
          'Given for frozen reserves too, where nothing can be newly supplied.',
          'Does not include what the asset earns by itself (staking, savings rate).',
        ],
      },
      'zh-Hant': {
        title: '存款年化收益率（APY）',
        what: '存入這項資產的年化收益率，每秒複利，依最近一次互動時所存的利率計算。',
        caveats: [
          '兩次互動之間指數線性成長，實際所得可能略低。',
          '凍結的儲備也會列出，雖然無法再新增存款。',
          '不含資產本身的收益（質押、儲蓄利率）。',
        ],
      },
    },
  },
  {
    id: 'lend.borrow-apr',
    rate: 'currentVariableBorrowRate',
    compounded: false,
    text: {
      en: {
        title: 'Borrow APR',
        what: 'The yearly variable rate borrowers pay, without compounding, as the pool stored it at the last interaction.',
        caveats: ['An APR: the APY of the same rate is higher.'],
      },
      'zh-Hant': {
        title: '借款年利率（APR）',
        what: '借款人的浮動年利率，不計複利，為協議在最近一次互動時所存的數值。',
        caveats: ['這是 APR；同一利率的 APY 會更高。'],
      },
    },
  },
  {
    id: 'lend.borrow-apy',
    rate: 'currentVariableBorrowRate',
    compounded: true,
    text: {
      en: {
        title: 'Borrow APY',
        what: 'The yearly cost of borrowing the asset, compounded each second, from the rate stored at the last interaction.',
        caveats: [
          'The stored rate: the curve may by now say another one, which the next interaction will store (see the next borrow APY).',
          'Given for every reserve, even where borrowing is not enabled.',
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
  },
]

const formulaOf = ({ rate, compounded }: Row): Words['formula'] => {
  const apr = `Pool.getReserveData(asset).${rate} / 10^27`
  if (!compounded) return apr
  const apy = '(1 + rate / 31,536,000)^31,536,000 − 1'
  return { en: `${apy}, rate = ${apr}`, 'zh-Hant': `${apy}，rate = ${apr}` }
}

/** The yearly rates that the pool stored at the last interaction. */
export const storedRates = rows.map((each) => {
  const { rate, compounded, ...row } = each
  return defineMetric({
    ...ofReserve,
    ...row,
    unit: 'ratio',
    formula: formulaOf(each),
    reads: reserveReads,
    read: fromReserve(({ data }) => ({ value: fixed(compounded ? apyFromAnnualRate(data[rate]) : data[rate], 27) })),
  })
})
