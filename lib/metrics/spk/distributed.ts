import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { awardOf, ofAwards, readAwards } from './awards'

export const distributed = defineMetric({
  id: 'spk.distributed',
  ...ofAwards,
  unit: 'token',
  reads: [dssVest],
  formula: {
    en: 'DssVest.awards(id).rxd; TOTAL: of all awards',
    'zh-Hant': 'DssVest.awards(id).rxd；TOTAL 為各筆總和',
  },
  text: {
    en: {
      title: 'Distributed',
      what: 'What the vesting contract has paid out of the award.',
      caveats: [
        'A farm gets its award about once a week and drips it on over seven days: distributed is not yet in users’ hands.',
        'The team’s goes to a multisig, whence it moves on unseen here.',
      ],
    },
    'zh-Hant': {
      title: '已發放',
      what: '歸屬合約已就該筆歸屬支付的數量。',
      caveats: [
        '挖礦合約約每週領取一次，再於七天內逐秒釋出：已發放不等於已到用戶手中。',
        '團隊部分付給多簽錢包，其後去向不在此列。',
      ],
    },
  },
  read: readAwards(async (reader, place) => (await awardOf(reader, place)).rxd),
})
