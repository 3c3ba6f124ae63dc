import { claimChains, claimDollars } from './savings-parts'
import { defineStep } from './step'

export const skySavingsUsd = defineStep({
  id: 'tvl.sky-savings-usd',
  chains: claimChains('sky'),
  terms: (numbers, chain) => claimDollars(numbers, chain, 'sky'),
  formula: {
    en: 'Σ savings.assets-usd of SUSDS and SDAI on Ethereum, and of SUSDC on every chain',
    'zh-Hant': '以太坊上 SUSDS 與 SDAI、以及各鏈 SUSDC 的 savings.assets-usd 總和',
  },
  text: {
    en: {
      title: 'Less: claims on Sky',
      what: 'sUSDS, sDAI and sUSDC: promises of Sky, paid out of assets that are counted where they lie.',
      caveats: ['sUSDC holds nothing but sUSDS.'],
    },
    'zh-Hant': {
      title: '減：對 Sky 的債權',
      what: 'sUSDS、sDAI 與 sUSDC：Sky 的承諾，其資產已計於所在之處。',
      caveats: ['sUSDC 僅持有 sUSDS。'],
    },
  },
})
