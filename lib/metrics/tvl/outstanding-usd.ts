import { chainsHolding, positionDollars } from '../liquidity/position-dollars'
import { inLine } from './lines'
import { defineStep } from './step'

export const outstandingUsd = defineStep({
  id: 'tvl.outstanding-usd',
  chains: chainsHolding(inLine('outstanding')),
  terms: (numbers, chain) => positionDollars(numbers, chain, inLine('outstanding')),
  formula: {
    en: 'Σ liquidity.position-usd of BINANCE_EXCHANGE.OUTSTANDING',
    'zh-Hant': 'BINANCE_EXCHANGE.OUTSTANDING 的 liquidity.position-usd 總和',
  },
  text: {
    en: {
      title: 'Less: outstanding at an exchange',
      what: 'What an exchange was sent and has not yet returned: no contract holds it, so nobody can check it.',
      caveats: ['It returns to the total once the exchange has paid into the buffer.'],
    },
    'zh-Hant': {
      title: '減：交易所未結算款項',
      what: '已送往交易所而尚未返還的款項：沒有合約持有，任何人都無法查核。',
      caveats: ['交易所付入緩衝合約後即重新計入。'],
    },
  },
})
