import type { PositionLine } from '../../positions'
import { chainsHolding, positionDollars } from '../liquidity/position-dollars'
import { inLine } from './lines'
import { defineStep, type StepRow } from './step'

const defineLayerStep = (line: PositionLine, row: StepRow) =>
  defineStep({
    ...row,
    chains: chainsHolding(inLine(line)),
    terms: (numbers, chain) => positionDollars(numbers, chain, inLine(line)),
  })

/** Positions of the liquidity layer that are counted elsewhere, or nowhere, by what they are. */
export const layerSteps = {
  sparklend: defineLayerStep('sparklend', {
    id: 'tvl.sptokens-usd',
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
  }),
  sky: defineLayerStep('sky', {
    id: 'tvl.sky-issued-usd',
    formula: {
      en: 'Σ liquidity.position-usd of USDS, DAI, sUSDS, sDAI and the SPK farm’s USDS',
      'zh-Hant': 'USDS、DAI、sUSDS、sDAI 與 SPK 挖礦合約中 USDS 的 liquidity.position-usd 總和',
    },
    text: {
      en: {
        title: 'Less: Sky’s own tokens in the layer’s hands',
        what: 'USDS, DAI, sUSDS and sDAI that lie idle or staked with the liquidity layer: minted by Sky, not backed by anything new.',
        caveats: ['USDS lent out at Aave or Morpho, or pooled at Curve, is a claim on others: it stays in.'],
      },
      'zh-Hant': {
        title: '減：流動性層手中由 Sky 發行的代幣',
        what: '流動性層閒置或質押的 USDS、DAI、sUSDS 與 sDAI：由 Sky 鑄造，沒有新的資產支持。',
        caveats: ['於 Aave、Morpho 出借或存入 Curve 的 USDS 是對他人的請求權，仍計入。'],
      },
    },
  }),
  psm: defineLayerStep('psm', {
    id: 'tvl.psm-shares-usd',
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
  }),
  outstanding: defineLayerStep('outstanding', {
    id: 'tvl.outstanding-usd',
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
  }),
} as const
