import { defineMetric } from '../define'
import { categoryOf } from './emode-category'
import { fromBps, ofReserve, reserveReads } from './market'

export const emodeLiquidationThreshold = defineMetric({
  id: 'lend.emode-liquidation-threshold',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: 'Pool.getEModeCategoryData(category).liquidationThreshold / 10 000',
  text: {
    en: {
      title: 'E-mode liquidation threshold',
      what: 'The liquidation threshold of the asset for an account in its e-mode category.',
      caveats: ['Has no value where the asset is in no category.'],
    },
    'zh-Hant': {
      title: '效率模式清算門檻',
      what: '使用該效率模式類別的帳戶，這項資產的清算門檻。',
      caveats: ['資產不屬於任何類別時沒有數值。'],
    },
  },
  async read(reader, key) {
    const { label, category } = await categoryOf(reader, key)
    return category === null
      ? { label, value: null, note: 'none' }
      : { label, value: fromBps(BigInt(category.liquidationThreshold)) }
  },
})
