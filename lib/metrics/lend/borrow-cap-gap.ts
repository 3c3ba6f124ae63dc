import { capAutomator } from '../../contracts/cap-automator'
import { defineMetric } from '../define'
import { automatedCap } from './automated-cap'
import { ofReserve, reserveReads } from './market'

export const borrowCapGap = defineMetric({
  id: 'lend.borrow-cap-gap',
  ...ofReserve,
  chains: ['ethereum'],
  unit: 'token',
  reads: [...reserveReads, capAutomator],
  formula: 'CapAutomator.borrowCapConfigs(asset).gap',
  text: {
    en: {
      title: 'Borrow cap: automatic gap',
      what: 'By how much the borrow cap is kept above what is in use, in whole tokens.',
      caveats: ['Has no value where the cap is not automated (a maximum of 0).'],
    },
    'zh-Hant': {
      title: '借款自動上限間距',
      what: '自動調整時，借款上限高於目前用量的數量，以整數代幣計。',
      caveats: ['上限未自動化（最大值為 0）時沒有數值。'],
    },
  },
  read: (reader, key) => automatedCap(reader, key, 'borrowCapConfigs', 'gap'),
})
