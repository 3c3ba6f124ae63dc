import { defineDerived } from '../define'
import { derivedOfBridged, gapOf } from './each-product'

export const rateGap = defineDerived({
  id: 'savings.rate-gap',
  ...derivedOfBridged,
  unit: 'ray',
  formula: {
    en: 'savings.rate on the chain − savings.rate:ethereum:SUSDS',
    'zh-Hant': '該鏈的 savings.rate − savings.rate:ethereum:SUSDS',
  },
  text: {
    en: {
      title: 'Rate gap to Ethereum',
      what: 'The rate per second that the chain knows less Ethereum’s savings rate: a ray, undivided.',
      caveats: ['Other than 0 while a change has not been carried over yet.'],
    },
    'zh-Hant': {
      title: '與以太坊的利率差',
      what: '該鏈所知的每秒利率減以太坊的儲蓄利率：ray 整數，未經除法。',
      caveats: ['變動尚未跨鏈傳遞時不為 0。'],
    },
  },
  compute: gapOf('savings.rate'),
})
