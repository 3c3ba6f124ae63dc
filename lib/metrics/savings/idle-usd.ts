import { defineDerived } from '../define'
import { derivedOfVaultV2, dollarsOf } from './each-product'

export const idleUsd = defineDerived({
  id: 'savings.idle-usd',
  ...derivedOfVaultV2,
  unit: 'usd',
  formula: {
    en: 'savings.idle × 1; SPETH: savings.idle × lend.price:ethereum:WETH (where the market does not list it: liquidity.unit-value:ethereum:WETH)',
    'zh-Hant':
      'savings.idle × 1；SPETH：savings.idle × lend.price:ethereum:WETH（市場未列出時為 liquidity.unit-value:ethereum:WETH）',
  },
  text: {
    en: {
      title: 'Idle in dollars',
      what: 'What lies in the vault itself, in dollars.',
      caveats: ['Stablecoins count as 1 dollar.'],
    },
    'zh-Hant': {
      title: '閒置資金（美元）',
      what: '存放於金庫本身的數量，以美元計。',
      caveats: ['穩定幣以 1 美元計。'],
    },
  },
  compute: dollarsOf('savings.idle'),
})
