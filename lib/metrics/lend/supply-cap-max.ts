import { capAutomator } from '../../contracts/cap-automator'
import { defineMetric } from '../define'
import { automatedCap } from './automated-cap'
import { ofReserve, reserveReads } from './market'

export const supplyCapMax = defineMetric({
  id: 'lend.supply-cap-max',
  ...ofReserve,
  chains: ['ethereum'],
  unit: 'token',
  reads: [...reserveReads, capAutomator],
  formula: 'CapAutomator.supplyCapConfigs(asset).max',
  text: {
    en: {
      title: 'Supply cap: automatic maximum',
      what: 'How far the supply cap may be raised without a vote, in whole tokens.',
      caveats: ['Has no value where the cap is not automated (a maximum of 0).'],
    },
    'zh-Hant': {
      title: '存款自動上限最大值',
      what: '不經投票，存款上限最多可調高到的數量，以整數代幣計。',
      caveats: ['上限未自動化（最大值為 0）時沒有數值。'],
    },
  },
  read: (reader, key) => automatedCap(reader, key, 'supplyCapConfigs', 'max'),
})
