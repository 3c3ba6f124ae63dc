import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { bitsOf } from './config-bits'
import { fromReserve, ofReserve, reserveReads } from './reserve'

export const emode = defineMetric({
  id: 'lend.emode',
  ...ofReserve,
  unit: 'count',
  reads: reserveReads,
  formula: bitsOf('eModeCategory'),
  text: {
    en: {
      title: 'E-mode category',
      what: 'The id of the efficiency-mode category the asset belongs to; 0 for none.',
      caveats: ['An account in an e-mode borrows more against assets of the same category.'],
    },
    'zh-Hant': {
      title: '高效模式類別',
      what: '這項資產所屬高效模式（e-mode）類別的編號；0 表示無。',
      caveats: ['使用高效模式的帳戶，可用同類資產抵押借出更多。'],
    },
  },
  read: fromReserve(({ config }) => ({ value: fixed(BigInt(config.eModeCategory), 0) })),
})
