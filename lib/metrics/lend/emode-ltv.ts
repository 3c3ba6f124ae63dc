import { defineMetric } from '../define'
import { categoryOf } from './emode-category'
import { fromBps, ofReserve, reserveReads } from './market'

export const emodeLtv = defineMetric({
  id: 'lend.emode-ltv',
  ...ofReserve,
  unit: 'ratio',
  reads: reserveReads,
  formula: 'Pool.getEModeCategoryData(category).ltv / 10 000',
  text: {
    en: {
      title: 'E-mode loan to value',
      what: 'How much may be borrowed against the asset by an account in its e-mode category.',
      caveats: ['Has no value where the asset is in no category.'],
    },
    'zh-Hant': {
      title: '效率模式貸款價值比',
      what: '使用該效率模式類別的帳戶，以這項資產可借出的比例。',
      caveats: ['資產不屬於任何類別時沒有數值。'],
    },
  },
  async read(reader, key) {
    const { label, category } = await categoryOf(reader, key)
    return category === null ? { label, value: null, note: 'none' } : { label, value: fromBps(BigInt(category.ltv)) }
  },
})
