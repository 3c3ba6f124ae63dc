import { divide, multiply } from '../../math/fixed'
import { from } from '../arithmetic'
import { defineDerived } from '../define'
import { marketChains } from '../lend/market'
import { sumOverChains, withListed, withTotal } from '../sums'
import type { Derived, Numbers, Observation, Scope } from '../types'
import { ofTvl } from './lines'

const id = 'tvl.sky-cash-usd'

/** Available dollars × what Sky supplied / what all supplied, cut at the dollars' own places; 0 where nothing is supplied. */
const skyCashOf = (numbers: Numbers, chain: Scope, available: Observation): Derived =>
  from(
    available.key,
    [
      available,
      numbers.get('lend.sky-supplied', chain, available.key),
      numbers.get('lend.supplied', chain, available.key),
    ],
    (cash, sky, all) => {
      if (!cash || !sky || !all) return null
      return all.raw === 0n ? { raw: 0n, decimals: cash.decimals } : divide(multiply(cash, sky), all, cash.decimals)
    },
  )

export const skyCashUsd = defineDerived({
  ...ofTvl,
  id,
  scopes: [...marketChains, 'all'],
  formula: {
    en: 'lend.available-usd × lend.sky-supplied / lend.supplied, reserve by reserve; TOTAL: their sum',
    'zh-Hant': '逐一儲備：lend.available-usd × lend.sky-supplied / lend.supplied；TOTAL 為其總和',
  },
  text: {
    en: {
      title: 'Less: Sky’s part of SparkLend’s cash',
      what: 'Cash in SparkLend that the liquidity layer or the direct deposit module supplied: in effect Sky has lent it to itself.',
      caveats: ['Cash has no names on it: each supplier is taken to own the same part of it as of the supply.'],
    },
    'zh-Hant': {
      title: '減：SparkLend 現金中屬於 Sky 的部分',
      what: '流動性層或直接存款模組存入 SparkLend、目前仍為現金的資金：等於 Sky 借給自己。',
      caveats: ['現金不記名：假定每位存款人占現金的比例與其占存款的比例相同。'],
    },
  },
  compute: (numbers, scope) =>
    scope === 'all'
      ? [sumOverChains(numbers, id, marketChains, 'TOTAL')]
      : withTotal(numbers, id, scope, 'lend.available', withListed, (each) => {
          const available = numbers.get('lend.available-usd', scope, each.key)
          return available === undefined ? [] : [skyCashOf(numbers, scope, available)]
        }),
})
