import { difference } from '../arithmetic'
import { defineDerived } from '../define'
import { marketChains } from '../lend/market'
import { withListed, withTotal } from '../sums'
import { ofTvl } from './lines'

const id = 'tvl.others-cash-usd'

export const othersCashUsd = defineDerived({
  ...ofTvl,
  id,
  scopes: marketChains,
  formula: {
    en: 'lend.available-usd − tvl.sky-cash-usd, reserve by reserve; TOTAL: their sum',
    'zh-Hant': '逐一儲備：lend.available-usd − tvl.sky-cash-usd；TOTAL 為其總和',
  },
  text: {
    en: {
      title: 'Others’ cash in SparkLend',
      what: 'Cash in SparkLend that neither the liquidity layer nor the direct deposit module supplied.',
      caveats: ['A reserve whose split is not known is left out whole, and named.'],
    },
    'zh-Hant': {
      title: 'SparkLend 中他人的現金',
      what: 'SparkLend 中並非由流動性層或直接存款模組存入的現金。',
      caveats: ['無法得知如何拆分的儲備整項不計，並會列明。'],
    },
  },
  compute: (numbers, scope) =>
    withTotal(numbers, id, scope, 'lend.available', withListed, ({ key }) => [
      difference(key, numbers.get('lend.available-usd', scope, key), numbers.get('tvl.sky-cash-usd', scope, key)),
    ]),
})
