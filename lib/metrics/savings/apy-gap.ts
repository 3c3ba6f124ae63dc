import { defineDerived } from '../define'
import { derivedOfBridged, gapOf } from './each-product'

export const apyGap = defineDerived({
  id: 'savings.apy-gap',
  ...derivedOfBridged,
  unit: 'ratio',
  formula: {
    en: 'savings.apy on the chain − savings.apy:ethereum:SUSDS',
    'zh-Hant': '該鏈的 savings.apy − savings.apy:ethereum:SUSDS',
  },
  text: {
    en: {
      title: 'APY gap to Ethereum',
      what: 'The APY that the chain pays less Ethereum’s savings APY.',
      caveats: ['Other than 0 while a change has not been carried over yet.'],
    },
    'zh-Hant': {
      title: '與以太坊的 APY 差',
      what: '該鏈的 APY 減以太坊的儲蓄 APY。',
      caveats: ['變動尚未跨鏈傳遞時不為 0。'],
    },
  },
  compute: gapOf('savings.apy'),
})
