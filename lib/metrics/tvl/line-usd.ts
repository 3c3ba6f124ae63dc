import { type ChainSlug, chainSlugs } from '../../chains'
import { type LineKey, lineKeys } from '../../products/lines'
import { defineDerived } from '../define'
import { positionDollars } from '../liquidity/position-dollars'
import { dollarsOf, join, listedDollarsOf, sumOf, sumOverChains, type Terms } from '../sums'
import type { Numbers } from '../types'
import { inLine, lineChains, ofTvl } from './lines'

const id = 'tvl.line-usd'

const lines: Readonly<Record<LineKey, (numbers: Numbers, chain: ChainSlug) => Terms>> = {
  LEND: (numbers, chain) => listedDollarsOf(numbers, chain, 'tvl.others-cash-usd', 'lend.available'),
  SAVINGS: (numbers, chain) => dollarsOf(numbers, chain, 'savings.idle-usd', 'savings.idle'),
  LIQUIDITY: (numbers, chain) =>
    join(
      positionDollars(numbers, chain, inLine('liquidity')),
      dollarsOf(numbers, chain, 'liquidity.psm-usdc-usd', 'liquidity.psm-usdc'),
    ),
  RWA: (numbers, chain) => positionDollars(numbers, chain, inLine('rwa')),
}

export const lineUsd = defineDerived({
  ...ofTvl,
  class: 'issuer',
  keysAre: 'lines',
  id,
  scopes: [...chainSlugs, 'all'],
  formula: {
    en: 'LEND: Σ tvl.others-cash-usd · SAVINGS: Σ savings.idle-usd · LIQUIDITY: Σ liquidity.position-usd outside SparkLend, less Sky’s own tokens, PSM shares and treasuries, + Σ liquidity.psm-usdc-usd · RWA: Σ liquidity.position-usd of BUIDL, BUIDL-I, USTB and JTRSY, pending included',
    'zh-Hant':
      'LEND：Σ tvl.others-cash-usd · SAVINGS：Σ savings.idle-usd · LIQUIDITY：SparkLend 以外的 Σ liquidity.position-usd，減去 Sky 自身代幣、PSM 份額與美國公債，＋Σ liquidity.psm-usdc-usd · RWA：BUIDL、BUIDL-I、USTB 與 JTRSY（含途中）的 Σ liquidity.position-usd',
  },
  text: {
    en: {
      title: 'Value locked by product',
      what: 'Each product’s part of the total, every dollar in one product only.',
      caveats: [
        'sUSDS, sDAI, sUSDC and bridged copies are claims on Sky: shown, never added.',
        'USCC is not a treasury fund: it counts in LIQUIDITY.',
        'Positions in Uniswap v4, custody and money between chains cannot be read, and are missing.',
      ],
    },
    'zh-Hant': {
      title: '各產品鎖倉價值',
      what: '各產品在總額中的部分，每一美元只屬於一項產品。',
      caveats: [
        'sUSDS、sDAI、sUSDC 與跨鏈副本是對 Sky 的請求權：只列示，不相加。',
        'USCC 並非美國公債基金：計於 LIQUIDITY。',
        'Uniswap v4 部位、託管資產與跨鏈途中的款項無法讀取，未計入。',
      ],
    },
  },
  compute: (numbers, scope) =>
    scope === 'all'
      ? lineKeys.map((line) => sumOverChains(numbers, id, lineChains[line], line))
      : lineKeys
          .filter((line) => lineChains[line].includes(scope))
          .map((line) => sumOf(line, lines[line](numbers, scope))),
})
