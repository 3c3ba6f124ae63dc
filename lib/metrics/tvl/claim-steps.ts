import type { ChainSlug } from '../../chains'
import { type Claim, productChains, productsOn } from '../../products'
import { dollarsOf, type Terms } from '../sums'
import type { Numbers } from '../types'
import { defineStep, type StepRow } from './step'

type Row = StepRow & { readonly claim: Claim }

const rows: readonly Row[] = [
  {
    id: 'tvl.sky-savings-usd',
    claim: 'sky',
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
        title: '減：對 Sky 的請求權',
        what: 'sUSDS、sDAI 與 sUSDC：Sky 的承諾，其資產已計於所在之處。',
        caveats: ['sUSDC 僅持有 sUSDS。'],
      },
    },
  },
  {
    id: 'tvl.bridged-copies-usd',
    claim: 'bridged',
    formula: {
      en: 'Σ savings.assets-usd of SUSDS beyond Ethereum and of SXDAI',
      'zh-Hant': '以太坊以外的 SUSDS 與 SXDAI 的 savings.assets-usd 總和',
    },
    text: {
      en: {
        title: 'Less: bridged copies',
        what: 'sUSDS on other chains and Savings xDAI: the same savings once more, held in escrow or by the bridge on Ethereum.',
      },
      'zh-Hant': {
        title: '減：跨鏈副本',
        what: '其他鏈上的 sUSDS 與 Savings xDAI：同一筆儲蓄的副本，原本由以太坊上的託管合約或跨鏈橋持有。',
      },
    },
  },
]

/** Chains with products that are a claim on one thing. */
const claimChains = (claim: Claim): readonly ChainSlug[] => productChains((placed) => placed.claim === claim)

/** Dollars of a chain's products that are a claim on one thing. */
const claimDollars = (numbers: Numbers, chain: ChainSlug, claim: Claim): Terms => {
  const keys = new Set(productsOn(chain).flatMap((placed) => (placed.claim === claim ? placed.key : [])))
  return dollarsOf(numbers, chain, 'savings.assets-usd', 'savings.assets', (key) => keys.has(key))
}

/** Savings that are claims on something else, which is counted where it is. */
export const claimSteps = rows.map(({ claim, ...row }) =>
  defineStep({
    ...row,
    chains: claimChains(claim),
    terms: (numbers, chain) => claimDollars(numbers, chain, claim),
  }),
)
