import { defineMetric } from '../define'
import { categoryOf } from './emode-category'
import { ofReserve, premiumOf, reserveReads } from './market'

export const emodeLiquidationBonus = defineMetric({
  id: 'lend.emode-liquidation-bonus',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: 'Pool.getEModeCategoryData(category).liquidationBonus / 10 000 − 1',
  text: {
    en: {
      title: 'E-mode liquidation bonus',
      what: 'The premium a liquidator receives on the asset from an account in its e-mode category.',
      caveats: ['Has no value where the asset is in no category.'],
    },
    'zh-Hant': {
      title: '效率模式清算獎勵',
      what: '清算使用該效率模式類別的帳戶時，清算人就這項資產取得的溢價。',
      caveats: ['資產不屬於任何類別時沒有數值。'],
    },
  },
  async read(reader, key) {
    const { label, category } = await categoryOf(reader, key)
    return category === null
      ? { label, value: null, note: 'none' }
      : { label, value: premiumOf(BigInt(category.liquidationBonus)) }
  },
})
