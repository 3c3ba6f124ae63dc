import { type ChainSlug, chainSlugs } from '../../chains'
import { positions } from '../../positions'
import { defineDerived } from '../define'
import { isKnown } from '../inherit'
import { marketChains } from '../lend/market'
import { positionDollars } from '../liquidity/position-dollars'
import { savingsChains } from '../savings/products'
import { deployed, sumOf, sumOverChains, type Terms, termsOf, withAmounts, withListed } from '../sums'
import type { Numbers } from '../types'
import { ofTvl } from './lines'

const id = 'tvl.gross-usd'

/**
 * Everything each page shows. A figure that has to be split counts whole only where its parts are known; else the part that is
 * stands for it. So the steps lead from here to the total to the last digit, whatever could not be read.
 */
const shown = {
  LEND: {
    chains: marketChains,
    terms(numbers: Numbers, chain: ChainSlug): Terms {
      const chosen = numbers.of('lend.available-usd', chain).flatMap((all) => {
        if (all.key === 'TOTAL') return []
        const sky = numbers.get('tvl.sky-cash-usd', chain, all.key)
        return isKnown(all) && !isKnown(sky) ? (sky ?? []) : all
      })
      return withListed(chosen, (key) => numbers.get('lend.available', chain, key))
    },
  },
  SAVINGS: {
    chains: savingsChains,
    terms(numbers: Numbers, chain: ChainSlug): Terms {
      const chosen = numbers.of('savings.assets-usd', chain).map((all) => {
        const isSplit = isKnown(numbers.get('tvl.deployed-savings-usd', chain, all.key))
        return isSplit ? all : (numbers.get('savings.idle-usd', chain, all.key) ?? all)
      })
      const amountOf = (key: string) =>
        numbers.get('savings.idle', chain, key) ?? numbers.get('savings.assets', chain, key)
      return withAmounts(chosen, amountOf)
    },
  },
  LIQUIDITY: {
    chains: chainSlugs.filter((chain) => positions[chain].length > 0),
    terms: (numbers: Numbers, chain: ChainSlug): Terms => positionDollars(numbers, chain, () => true),
  },
} as const

const pages = Object.entries(shown)

export const grossUsd = defineDerived({
  ...ofTvl,
  class: 'issuer',
  keysAre: 'lines',
  id,
  scopes: [...chainSlugs, 'all'],
  formula: {
    en: 'Σ lend.available-usd + Σ savings.assets-usd + Σ liquidity.position-usd; TOTAL: the sum of the three',
    'zh-Hant': 'Σ lend.available-usd＋Σ savings.assets-usd＋Σ liquidity.position-usd；TOTAL 為三者之和',
  },
  text: {
    en: {
      title: 'Gross: everything shown, added up',
      what: 'What simply adding up Spark’s pages comes to, treasuries under LIQUIDITY: some dollars count up to three times.',
      caveats: [
        'Not a measure of anything: the point from which the reconciliation starts.',
        'Where a figure that has to be split cannot be, only its known part is included.',
      ],
    },
    'zh-Hant': {
      title: '總額：所有頁面數字直接相加',
      what: '將 Spark 各頁數字直接相加的結果（美國公債列於 LIQUIDITY）：同一筆美元最多被計算三次。',
      caveats: ['並不衡量任何事物：僅為對帳的起點。', '需要拆分而無法拆分的數字，只計入已知部分。'],
    },
  },
  compute(numbers, scope) {
    if (scope === 'all') {
      return [
        ...pages.map(([page, { chains }]) => sumOverChains(numbers, id, chains, page)),
        sumOverChains(numbers, id, chainSlugs, 'TOTAL'),
      ]
    }
    const sums = pages
      .filter(([, { chains }]) => chains.some((chain) => chain === scope))
      .map(([page, { terms }]) => sumOf(page, terms(numbers, scope)))
    return [...sums, sumOf('TOTAL', deployed(termsOf(id, scope, sums)))]
  },
})
