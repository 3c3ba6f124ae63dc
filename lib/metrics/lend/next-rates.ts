import { apyFromAnnualRate } from '../../math/compounding'
import { fixed } from '../../math/fixed'
import { ratesAt } from '../../math/rate-curve'
import { RAY } from '../../math/ray'
import { from } from '../arithmetic'
import type { Words } from '../define'
import { defineDerived, revised } from '../define'
import type { Derived } from '../types'
import { eachReserve, type ReserveNumber } from './each-reserve'
import { derivedOfReserve, type ReserveRow } from './reserve'

type Rate = 'supplyRate' | 'borrowRate'
type Row = ReserveRow & Pick<Words, 'formula'> & { readonly rate: Rate }

const rows: readonly Row[] = [
  {
    id: 'lend.next-supply-apy',
    rate: 'supplyRate',
    formula: {
      en: '(1 + curve(lend.utilization) / 31,536,000)^31,536,000 − 1; the curve’s rate × utilisation × (1 − lend.reserve-factor)',
      'zh-Hant':
        '(1 + 曲線(lend.utilization) / 31,536,000)^31,536,000 − 1；曲線利率 × 利用率 × (1 − lend.reserve-factor)',
    },
    text: {
      en: {
        title: 'Next supply APY',
        what: 'The supply APY that the next interaction would store at today’s utilisation.',
        caveats: [
          'Differs from the stored rate when utilisation or the rate that the curve follows has moved since the last interaction.',
        ],
      },
      'zh-Hant': {
        title: '下次存款 APY',
        what: '以目前利用率計算，下次互動將寫入的存款 APY。',
        caveats: ['自最近一次互動後，利用率或曲線所跟隨的利率若有變動，便會與已儲存的利率不同。'],
      },
    },
  },
  {
    id: 'lend.next-borrow-apy',
    rate: 'borrowRate',
    formula: {
      en: '(1 + curve(lend.utilization) / 31,536,000)^31,536,000 − 1',
      'zh-Hant': '(1 + 曲線(lend.utilization) / 31,536,000)^31,536,000 − 1',
    },
    text: {
      en: {
        title: 'Next borrow APY',
        what: 'The borrow APY that the next interaction would store at today’s utilisation.',
        caveats: [
          'Differs from the stored rate when utilisation or the rate that the curve follows has moved since the last interaction.',
        ],
      },
      'zh-Hant': {
        title: '下次借款 APY',
        what: '以目前利用率計算，下次互動將寫入的借款 APY。',
        caveats: ['自最近一次互動後，利用率或曲線所跟隨的利率若有變動，便會與已儲存的利率不同。'],
      },
    },
  },
]

const inputs = [
  'lend.borrowed',
  'lend.available',
  'lend.optimal-utilization',
  'lend.base-rate',
  'lend.slope-1',
  'lend.slope-2',
  'lend.reserve-factor',
] as const

/** 100 000 % a year: a curve that says more than that is broken, and must not spoil its neighbours’ numbers. */
const absurd = 1_000n * RAY

/** The APY (27 decimals) of the rate that the pool would store now: its curve at today's utilisation. */
const nextApy = (key: string, get: ReserveNumber, rate: Rate): Derived =>
  from(key, inputs.map(get), (debt, cash, optimal, base, slope1, slope2, factor) => {
    if (!debt || !cash || !optimal || !base || !slope1 || !slope2 || !factor) return null
    const curve = {
      optimal: optimal.raw,
      base: base.raw,
      slope1: slope1.raw,
      slope2: slope2.raw,
    }
    if (curve.optimal === 0n) return null
    const yearly = ratesAt(debt.raw, cash.raw, curve, factor.raw)[rate]
    return yearly > absurd ? null : fixed(apyFromAnnualRate(yearly), 27)
  })

const versions = revised({
  since: '2026-11-30',
  change: {
    en: 'Works as SparkLend’s own strategies do, which know variable debt alone and round once less. Absent where the strategy has no curve.',
    'zh-Hant': '依 SparkLend 自身的利率策略計算，只計浮動利率債務，少一次捨入。策略沒有利率曲線時從缺。',
  },
})

export const nextRates = rows.map(({ rate, ...row }) =>
  defineDerived({
    ...derivedOfReserve,
    versions,
    ...row,
    unit: 'ratio',
    compute: (numbers, scope) => eachReserve(numbers, scope, (key, get) => nextApy(key, get, rate)),
  }),
)
