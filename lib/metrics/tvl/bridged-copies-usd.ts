import { claimChains, claimDollars } from './savings-parts'
import { defineStep } from './step'

export const bridgedCopiesUsd = defineStep({
  id: 'tvl.bridged-copies-usd',
  chains: claimChains('bridged'),
  terms: (numbers, chain) => claimDollars(numbers, chain, 'bridged'),
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
})
