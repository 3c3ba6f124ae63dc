import { apyFromAnnualRate } from '../../math/compounding'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { fromReserve, ofReserve, reserveReads } from './market'

export const supplyApy = defineMetric({
  id: 'lend.supply-apy',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: {
    en: '(1 + rate / 31 536 000)^31 536 000 − 1, rate = Pool.getReserveData(asset).currentLiquidityRate / 10^27',
    'zh-Hant': '(1 + rate / 31 536 000)^31 536 000 − 1，rate = Pool.getReserveData(asset).currentLiquidityRate / 10^27',
  },
  text: {
    en: {
      title: 'Supply APY',
      what: 'The yearly yield of supplying the asset, compounded each second, from the rate stored at the last interaction.',
      caveats: [
        'Between interactions the index grows in a straight line, so that what is earned can be a little less.',
        'Given for frozen reserves too, where nothing can be newly supplied.',
        'What the asset earns by itself (staking, savings rate) is not in it.',
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
  read: fromReserve(({ data }) => ({
    value: fixed(apyFromAnnualRate(data.currentLiquidityRate), 27),
  })),
})
