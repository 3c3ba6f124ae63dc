import { chainSlugs } from '../../chains'
import { defineDerived } from '../define'
import { deployed, sumOf, sumOverChains } from '../sums'
import { ofTvl } from './lines'

const id = 'tvl.total-usd'

export const totalUsd = defineDerived({
  ...ofTvl,
  class: 'issuer',
  id,
  scopes: [...chainSlugs, 'all'],
  formula: {
    en: 'Σ tvl.line-usd of LEND, SAVINGS, LIQUIDITY and RWA; over all chains the sum of the chains. Equal to tvl.gross-usd less every step of the reconciliation, plus tvl.psm-usdc-usd',
    'zh-Hant':
      'LEND、SAVINGS、LIQUIDITY 與 RWA 的 tvl.line-usd 總和；跨鏈為各鏈之和。等於 tvl.gross-usd 減去對帳的每一步，再加上 tvl.psm-usdc-usd',
  },
  text: {
    en: {
      title: 'Total value locked',
      what: 'What lies in Spark, each dollar once.',
      caveats: [
        'Borrowed money is not locked: SparkLend counts its cash only.',
        'The treasuries in it are worth what their issuers report.',
        'Other sites count savings, the layer and SparkLend side by side, and so come to more.',
      ],
    },
    'zh-Hant': {
      title: '總鎖倉價值',
      what: '存放於 Spark 的資產，每一美元只計一次。',
      caveats: [
        '已借出的資金並未鎖定：SparkLend 只計其現金。',
        '其中的代幣化美國公債以發行方申報的價值計算。',
        '其他網站將儲蓄、流動性層與 SparkLend 並列相加，因此數字較大。',
      ],
    },
  },
  compute(numbers, scope) {
    if (scope === 'all') return [sumOverChains(numbers, id, chainSlugs, 'TOTAL')]
    return [sumOf('TOTAL', deployed(numbers.of('tvl.line-usd', scope)))]
  },
})
