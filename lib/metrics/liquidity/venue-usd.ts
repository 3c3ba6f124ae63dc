import { groupedDollars, isHeld } from './parts'

export const venueUsd = groupedDollars({
  id: 'liquidity.venue-usd',
  keyOf: (position) => (isHeld(position) ? position.venue.toUpperCase() : null),
  formula: {
    en: 'Σ liquidity.position-usd at the venue, what is under way there included; over all chains their sum',
    'zh-Hant': '該場所 liquidity.position-usd 的總和，含在途部分；跨鏈為其總和',
  },
  text: {
    en: {
      title: 'Layer by venue',
      what: 'What the liquidity layer holds, by where the money lies.',
      caveats: [
        'Sky-issued tokens in the layer’s own hands, Sky’s direct deposits and what an exchange owes are left out.',
        'IDLE is what lies in the proxies themselves.',
      ],
    },
    'zh-Hant': {
      title: '流動性層（依場所）',
      what: '流動性層的持有，依資金所在場所區分。',
      caveats: ['不含自身持有的 Sky 代幣、Sky 直接存款與交易所應返還的款項。', 'IDLE 為代理合約本身持有的部分。'],
    },
  },
})
