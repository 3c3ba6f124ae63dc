import { groupedDollars, partOf } from './parts'

export const partUsd = groupedDollars({
  id: 'liquidity.part-usd',
  keyOf: partOf,
  formula: {
    en: 'Σ liquidity.position-usd of the part · TOTAL: DEPLOYED + IDLE + IN_TRANSIT + PSM + OTHER_HOLDERS; over all chains their sum',
    'zh-Hant':
      '該部分 liquidity.position-usd 的總和 · TOTAL：DEPLOYED＋IDLE＋IN_TRANSIT＋PSM＋OTHER_HOLDERS；跨鏈為其總和',
  },
  text: {
    en: {
      title: 'Layer by state',
      what: 'What the liquidity layer holds: at work, idle, under way, in a PSM3, with other holders; what is apart from it beside.',
      caveats: [
        'SKY_ISSUED (USDS, DAI, sUSDS, sDAI in the layer’s own hands), D3M (Sky’s direct deposits) and OUTSTANDING (sent to an exchange) stand apart: TOTAL leaves them out.',
        'Tokens without a price are named, not counted.',
        'Not the line LIQUIDITY of the total: that leaves SparkLend, treasuries and PSM3 shares to their own lines.',
      ],
    },
    'zh-Hant': {
      title: '流動性層（依狀態）',
      what: '流動性層的持有：已部署、閒置、在途、PSM3 份額與其他持有人；其餘另列。',
      caveats: [
        'SKY_ISSUED（自身持有的 USDS、DAI、sUSDS、sDAI）、D3M（Sky 直接存款）與 OUTSTANDING（已送往交易所）另列，不計入 TOTAL。',
        '沒有價格的代幣只列名，不計入。',
        '並非總鎖倉價值中的 LIQUIDITY：後者將 SparkLend、國債與 PSM3 份額歸於各自的產品線。',
      ],
    },
  },
})
