import { defineMetric } from '../define'
import { fromFlag, fromReserve, ofReserve, reserveReads } from './market'

export const active = defineMetric({
  id: 'lend.active',
  ...ofReserve,
  unit: 'flag',
  reads: reserveReads,
  formula: { en: 'bit 56 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 56 位元' },
  text: {
    en: {
      title: 'Active',
      what: 'Whether the reserve is in use at all.',
      caveats: [],
    },
    'zh-Hant': {
      title: '啟用',
      what: '這個儲備是否啟用。',
      caveats: [],
    },
  },
  read: fromReserve(({ config }) => ({ value: fromFlag(config.active) })),
})
