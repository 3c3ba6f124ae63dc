import { defineDerived } from '../define'
import { derivedOfProduct, dollarsOf } from './each-product'

export const assetsUsd = defineDerived({
  id: 'savings.assets-usd',
  ...derivedOfProduct,
  unit: 'usd',
  formula: {
    en: 'savings.assets × 1; SPETH: savings.assets × lend.price:ethereum:WETH (where the market does not list it: liquidity.unit-value:ethereum:WETH)',
    'zh-Hant':
      'savings.assets × 1；SPETH：savings.assets × lend.price:ethereum:WETH（市場未列出時為 liquidity.unit-value:ethereum:WETH）',
  },
  text: {
    en: {
      title: 'Assets in dollars',
      what: 'What all shares are worth at the block, in dollars.',
      caveats: ['Stablecoins count as 1 dollar.', 'Products overlap: not to be added up.'],
    },
    'zh-Hant': {
      title: '資產（美元）',
      what: '所有份額在該區塊的價值，以美元計。',
      caveats: ['穩定幣以 1 美元計。', '各產品有重疊，不可相加。'],
    },
  },
  compute: dollarsOf('savings.assets'),
})
