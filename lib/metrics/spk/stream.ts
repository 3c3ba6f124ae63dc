import { dssVest } from '../../contracts/dss-vest'
import { defineMetric } from '../define'
import { accruedOf, ofAwards, readAwards } from './awards'

export const stream = defineMetric({
  id: 'spk.stream',
  ...ofAwards,
  unit: 'token',
  reads: [dssVest],
  formula: {
    en: 'DssVest.accrued(id) = tot × (block time − bgn) / (fin − bgn), at most tot; TOTAL: of all awards',
    'zh-Hant': 'DssVest.accrued(id) = tot ×（區塊時間 − bgn）/（fin − bgn），至多 tot；TOTAL 為各筆總和',
  },
  text: {
    en: {
      title: 'Streamed',
      what: 'What has accrued in a straight line since the award began, whatever its cliff.',
      caveats: [
        'Before the cliff none of it can be claimed: see what is unlocked.',
        'The tokens lie with the treasury until they are claimed: the stream is worth what that holds and allows.',
      ],
    },
    'zh-Hant': {
      title: '累計歸屬',
      what: '歸屬開始以來線性累計的數量，不論懸崖期。',
      caveats: ['懸崖期滿之前不能領取：見已解鎖。', '代幣在領取前存於國庫，歸屬能否支付取決於國庫的餘額與授權額。'],
    },
  },
  read: readAwards(accruedOf),
})
