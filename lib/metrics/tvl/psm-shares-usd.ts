import { chainsHolding, positionDollars } from '../liquidity/position-dollars'
import { inLine } from './lines'
import { defineStep } from './step'

export const psmSharesUsd = defineStep({
  id: 'tvl.psm-shares-usd',
  chains: chainsHolding(inLine('psm')),
  terms: (numbers, chain) => positionDollars(numbers, chain, inLine('psm')),
  formula: { en: 'Σ liquidity.position-usd of PSM3', 'zh-Hant': 'PSM3 的 liquidity.position-usd 總和' },
  text: {
    en: {
      title: 'Less: the layer’s PSM shares',
      what: 'The layer’s share of the peg stability modules: their USDS and sUSDS are Sky’s own, their USDC is put back in below.',
    },
    'zh-Hant': {
      title: '減：流動性層的 PSM 份額',
      what: '流動性層在錨定穩定模組中的份額：其中 USDS 與 sUSDS 由 Sky 自身發行，USDC 於下方加回。',
    },
  },
})
