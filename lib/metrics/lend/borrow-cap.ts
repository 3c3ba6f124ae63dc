import { defineMetric } from '../define'
import { capAnswer, fromReserve, ofReserve, reserveReads } from './market'

export const borrowCap = defineMetric({
  id: 'lend.borrow-cap',
  ...ofReserve,
  unit: 'token',
  reads: reserveReads,
  formula: { en: 'bits 80 to 115 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 80 至 115 位元' },
  text: {
    en: {
      title: 'Borrow cap',
      what: 'The most that may be borrowed, in whole tokens.',
      caveats: [
        '0 and 68 719 476 735 (2^36 − 1) both mean that there is no cap.',
        'Interest counts against the cap, so that debt can grow beyond it.',
      ],
    },
    'zh-Hant': {
      title: '借款上限',
      what: '最多可借出的數量，以整數代幣計。',
      caveats: ['0 與 68 719 476 735（2^36 − 1）都表示沒有上限。', '利息也計入上限，因此債務可能因計息而超過上限。'],
    },
  },
  read: fromReserve(({ config }) => capAnswer(config.borrowCap)),
})
