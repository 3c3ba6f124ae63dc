import { chainsHolding } from '../liquidity/position-dollars'
import { dollarsOf } from '../sums'
import { inLine } from './lines'
import { defineStep } from './step'

export const psmUsdcUsd = defineStep({
  id: 'tvl.psm-usdc-usd',
  chains: chainsHolding(inLine('psm')),
  terms: (numbers, chain) => dollarsOf(numbers, chain, 'liquidity.psm-usdc-usd', 'liquidity.psm-usdc'),
  formula: { en: 'Σ liquidity.psm-usdc-usd', 'zh-Hant': 'liquidity.psm-usdc-usd 總和' },
  text: {
    en: {
      title: 'Plus: USDC in the PSMs',
      what: 'The USDC of every peg stability module, whoever deposited it: an outside asset held for swaps.',
    },
    'zh-Hant': {
      title: '加：PSM 中的 USDC',
      what: '各錨定穩定模組的 USDC，不論由誰存入：為兌換而持有的外部資產。',
    },
  },
})
