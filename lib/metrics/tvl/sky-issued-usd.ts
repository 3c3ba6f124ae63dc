import { chainsHolding, positionDollars } from '../liquidity/position-dollars'
import { inLine } from './lines'
import { defineStep } from './step'

export const skyIssuedUsd = defineStep({
  id: 'tvl.sky-issued-usd',
  chains: chainsHolding(inLine('sky')),
  terms: (numbers, chain) => positionDollars(numbers, chain, inLine('sky')),
  formula: {
    en: 'Σ liquidity.position-usd of USDS, DAI, sUSDS, sDAI and the SPK farm’s USDS',
    'zh-Hant': 'USDS、DAI、sUSDS、sDAI 與 SPK 挖礦合約中 USDS 的 liquidity.position-usd 總和',
  },
  text: {
    en: {
      title: 'Less: Sky’s own tokens in the layer’s hands',
      what: 'USDS, DAI, sUSDS and sDAI that lie idle or staked with the liquidity layer: minted by Sky, backed by nothing new.',
      caveats: ['USDS lent out at Aave or Morpho, or pooled at Curve, is a claim on others: it stays in.'],
    },
    'zh-Hant': {
      title: '減：流動性層手中由 Sky 發行的代幣',
      what: '流動性層閒置或質押的 USDS、DAI、sUSDS 與 sDAI：由 Sky 鑄造，沒有新的資產支持。',
      caveats: ['於 Aave、Morpho 出借或存入 Curve 的 USDS 是對他人的債權，仍計入。'],
    },
  },
})
