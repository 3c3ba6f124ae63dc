import { defineDerived } from '../define'
import { dollarsOf } from './dollars'
import { derivedOfReserve, marketChains } from './market'

export const availableUsd = defineDerived({
  id: 'lend.available-usd',
  ...derivedOfReserve,
  unit: 'usd',
  scopes: [...marketChains, 'all'],
  formula: {
    en: 'lend.available × lend.price, exact; TOTAL: their sum',
    'zh-Hant': 'lend.available × lend.price，不捨入；TOTAL 為其總和',
  },
  text: {
    en: {
      title: 'Available in dollars',
      what: 'The market’s cash in dollars at the market’s own prices; under TOTAL the sum over all reserves.',
      caveats: ['A reserve without a price has no dollars: the sum leaves it out and names it.'],
    },
    'zh-Hant': {
      title: '可用流動性（美元）',
      what: '市場的現金，以市場自身的價格換算為美元；TOTAL 為所有儲備的總和。',
      caveats: ['沒有價格的儲備沒有美元數字：總和不含該儲備，並會列明。'],
    },
  },
  compute: dollarsOf('lend.available-usd', 'lend.available'),
})
