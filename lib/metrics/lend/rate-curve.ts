import type { Address } from 'viem'
import { daiInterestRateStrategy } from '../../contracts/dai-interest-rate-strategy'
import { interestRateStrategy } from '../../contracts/interest-rate-strategy'
import { AbsentError, RevertedError } from '../../errors'
import { fixed } from '../../math/fixed'
import type { Reader } from '../../reader/types'
import { defineMetric, revised } from '../define'
import { ofReserve, type ReserveRow, reserveOf, reserveReads } from './reserve'

type Row = ReserveRow & {
  readonly functionName:
    | 'OPTIMAL_USAGE_RATIO'
    | 'getBaseVariableBorrowRate'
    | 'getVariableRateSlope1'
    | 'getVariableRateSlope2'
}

const rows: readonly Row[] = [
  {
    id: 'lend.optimal-utilization',
    functionName: 'OPTIMAL_USAGE_RATIO',
    text: {
      en: {
        title: 'Optimal utilisation',
        what: 'The kink of the rate curve: above this utilisation the steeper slope begins.',
      },
      'zh-Hant': { title: '最適利用率', what: '利率曲線的轉折點：利用率超過此值後改用較陡的斜率。' },
    },
  },
  {
    id: 'lend.base-rate',
    functionName: 'getBaseVariableBorrowRate',
    text: {
      en: {
        title: 'Base rate',
        what: 'The borrow APR at a utilisation of 0.',
        caveats: ['An APR. It moves by itself where the strategy follows another rate.'],
      },
      'zh-Hant': {
        title: '基礎利率',
        what: '利用率為 0 時的借款 APR。',
        caveats: ['這是 APR。若策略跟隨其他利率，數值會自行變動。'],
      },
    },
  },
  {
    id: 'lend.slope-1',
    functionName: 'getVariableRateSlope1',
    text: {
      en: {
        title: 'Slope 1',
        what: 'By how much the borrow APR rises from a utilisation of 0 to the optimal one.',
        caveats: ['An APR. It moves by itself where the strategy follows the savings rate or a staking yield.'],
      },
      'zh-Hant': {
        title: '斜率一',
        what: '利用率自 0 升至最適利用率時，借款 APR 增加的幅度。',
        caveats: ['這是 APR。若策略跟隨儲蓄利率或質押收益，數值會自行變動。'],
      },
    },
  },
  {
    id: 'lend.slope-2',
    functionName: 'getVariableRateSlope2',
    text: {
      en: {
        title: 'Slope 2',
        what: 'By how much the borrow APR rises from the optimal utilisation to 100 %.',
        caveats: ['An APR.'],
      },
      'zh-Hant': {
        title: '斜率二',
        what: '利用率自最適利用率升至 100 % 時，借款 APR 增加的幅度。',
        caveats: ['這是 APR。'],
      },
    },
  },
]

const strategies = [interestRateStrategy, daiInterestRateStrategy] as const

/** Throws AbsentError where the strategy is one without a curve, as DAI's first was. */
const curveValue = async (
  reader: Reader<(typeof strategies)[number]>,
  strategy: Address,
  functionName: Row['functionName'],
): Promise<bigint> => {
  try {
    return await reader.read(interestRateStrategy, strategy, functionName)
  } catch (error) {
    if (!(error instanceof RevertedError)) throw error
    const isFlat = await reader.read(daiInterestRateStrategy, strategy, 'borrowSpread').then(
      () => true,
      () => false,
    )
    throw isFlat ? new AbsentError('no-curve') : error
  }
}

const versions = revised({
  since: '2026-11-30',
  change: {
    en: 'Absent, no longer failed, where the strategy has no curve: DAI’s first, to 24 January 2024.',
    'zh-Hant': '策略沒有利率曲線時改為從缺，不再標示為失敗：DAI 的第一個策略，至 2024 年 1 月 24 日止。',
  },
})

/** The parameters of a reserve's interest-rate curve. */
export const rateCurve = rows.map(({ functionName, ...row }) =>
  defineMetric({
    ...ofReserve,
    versions,
    ...row,
    unit: 'ratio',
    formula: `strategy.${functionName}() / 10^27`,
    reads: [...reserveReads, ...strategies],
    async read(reader, key) {
      const { label, data } = await reserveOf(reader, key)
      return { label, value: fixed(await curveValue(reader, data.interestRateStrategyAddress, functionName), 27) }
    },
  }),
)
