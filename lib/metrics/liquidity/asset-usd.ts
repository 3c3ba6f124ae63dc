import { groupedDollars, isHeld } from './parts'

export const assetUsd = groupedDollars({
  id: 'liquidity.asset-usd',
  keyOf: (position) => (isHeld(position) ? position.asset : null),
  formula: {
    en: 'Σ liquidity.position-usd of the asset; over all chains their sum',
    'zh-Hant': '該資產 liquidity.position-usd 的總和；跨鏈為其總和',
  },
  text: {
    en: {
      title: 'Layer by asset',
      what: 'What the liquidity layer holds, by what it is a claim on in the end.',
      caveats: [
        'A share of a Curve pool or of a PSM3 counts under one asset, though it is a claim on several.',
        'Sky-issued tokens in the layer’s own hands, Sky’s direct deposits and what an exchange owes are left out.',
      ],
    },
    'zh-Hant': {
      title: '流動性層（依資產）',
      what: '流動性層的持有，依最終請求權所指的資產區分。',
      caveats: [
        'Curve 資金池或 PSM3 的份額雖對應多種資產，仍歸於單一資產之下。',
        '不含自身持有的 Sky 代幣、Sky 直接存款與交易所應返還的款項。',
      ],
    },
  },
})
