import { defineDerived } from '../define'
import { dollarsOf } from './dollars'
import { derivedOfReserve, marketChains } from './market'

export const suppliedUsd = defineDerived({
  id: 'lend.supplied-usd',
  ...derivedOfReserve,
  unit: 'usd',
  scopes: [...marketChains, 'all'],
  formula: {
    en: 'lend.supplied × lend.price, exact; TOTAL: their sum',
    'zh-Hant': 'lend.supplied × lend.price，不捨入；TOTAL 為其總和',
  },
  text: {
    en: {
      title: 'Supplied in dollars',
      what: 'What suppliers own in dollars at the market’s own prices; under TOTAL the sum over all reserves.',
      caveats: ['A reserve without a price has no dollars: the sum leaves it out and names it.'],
    },
    'zh-Hant': {
      title: '存款總額（美元）',
      what: '存款人擁有的資產，以市場自身的價格換算為美元；TOTAL 為所有儲備的總和。',
      caveats: ['沒有價格的儲備沒有美元數字：總和不含該儲備，並會列明。'],
    },
  },
  compute: dollarsOf('lend.supplied-usd', 'lend.supplied'),
})
