import { chainsHolding, positionDollars } from '../liquidity/position-dollars'
import { inLine } from './lines'
import { defineStep } from './step'

export const sptokensUsd = defineStep({
  id: 'tvl.sptokens-usd',
  chains: chainsHolding(inLine('sparklend')),
  terms: (numbers, chain) => positionDollars(numbers, chain, inLine('sparklend')),
  formula: { en: 'Σ liquidity.position-usd of spTokens', 'zh-Hant': 'spToken 的 liquidity.position-usd 總和' },
  text: {
    en: {
      title: 'Less: the layer’s spTokens',
      what: 'Deposits of the liquidity layer and the direct deposit module inside SparkLend: that market holds them already.',
      caveats: ['What of it borrowers have taken out is their debt, not value locked.'],
    },
    'zh-Hant': {
      title: '減：流動性層的 spToken',
      what: '流動性層與直接存款模組存入 SparkLend 的資金：已包含於該市場之中。',
      caveats: ['其中已被借出的部分是借款人的債務，並非鎖定價值。'],
    },
  },
})
