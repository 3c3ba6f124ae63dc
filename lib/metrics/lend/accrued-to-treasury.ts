import { fixed } from '../../math/fixed'
import { normalizedIncome, accruedToTreasury as treasuryClaim } from '../../math/lending'
import { defineMetric } from '../define'
import { fromReserve, ofReserve, reserveReads } from './reserve'

export const accruedToTreasury = defineMetric({
  id: 'lend.accrued-to-treasury',
  ...ofReserve,
  unit: 'token',
  reads: reserveReads,
  formula: {
    en: 'Pool.getReserveData(asset).accruedToTreasury × the supply index at the block’s time',
    'zh-Hant': 'Pool.getReserveData(asset).accruedToTreasury × 區塊時間的存款指數',
  },
  text: {
    en: {
      title: 'Accrued to the treasury',
      what: 'What the treasury is owed and has not been minted yet.',
      caveats: [
        'Leaves out the treasury’s share of the interest since the last interaction, which the pool has not booked yet.',
        'Falls to about 0 each time it is minted.',
      ],
    },
    'zh-Hant': {
      title: '國庫應收',
      what: '國庫應得而尚未鑄造的金額。',
      caveats: ['不含最近一次互動後、協議尚未入帳的國庫應得利息。', '每次鑄造後歸零附近。'],
    },
  },
  read: fromReserve(({ data, config, now }) => ({
    value: fixed(treasuryClaim(data.accruedToTreasury, normalizedIncome(data, now)), config.decimals),
  })),
})
