import { capAutomator } from '../../contracts/cap-automator'
import { defineMetric } from '../define'
import { automatedCap } from './automated-cap'
import { ofReserve, reserveReads } from './market'

export const supplyCapGap = defineMetric({
  id: 'lend.supply-cap-gap',
  ...ofReserve,
  chains: ['ethereum'],
  unit: 'token',
  reads: [...reserveReads, capAutomator],
  formula: 'CapAutomator.supplyCapConfigs(asset).gap',
  text: {
    en: {
      title: 'Supply cap: automatic gap',
      what: 'By how much the supply cap is kept above what is in use, in whole tokens.',
      caveats: ['Has no value where the cap is not automated (a maximum of 0).'],
    },
    'zh-Hant': {
      title: '存款自動上限間距',
      what: '自動調整時，存款上限高於目前用量的數量，以整數代幣計。',
      caveats: ['上限未自動化（最大值為 0）時沒有數值。'],
    },
  },
  read: (reader, key) => automatedCap(reader, key, 'supplyCapConfigs', 'gap'),
})
