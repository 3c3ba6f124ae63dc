import { difference } from '../arithmetic'
import { defineDerived } from '../define'
import { sumOverChains, withAmounts, withTotal } from '../sums'
import { lineChains, ofTvl } from './lines'

const id = 'tvl.deployed-savings-usd'

export const deployedSavingsUsd = defineDerived({
  ...ofTvl,
  id,
  scopes: [...lineChains.SAVINGS, 'all'],
  formula: {
    en: 'savings.assets-usd − savings.idle-usd, vault by vault; TOTAL: their sum',
    'zh-Hant': '逐一金庫：savings.assets-usd − savings.idle-usd；TOTAL 為其總和',
  },
  text: {
    en: {
      title: 'Less: savings already at work',
      what: 'Deposits of the Spark Vaults V2 that the liquidity layer has taken: they are counted where it placed them.',
      caveats: ['Includes interest owed but not yet earned. Below 0 where a vault holds more than it owes.'],
    },
    'zh-Hant': {
      title: '減：已投入運用的儲蓄',
      what: 'Spark Vaults V2 中已由流動性層取用的存款：計於其投放之處。',
      caveats: ['包含已應付而尚未賺得的利息。金庫持有多於所欠時為負數。'],
    },
  },
  compute: (numbers, scope) =>
    scope === 'all'
      ? [sumOverChains(numbers, id, lineChains.SAVINGS, 'TOTAL')]
      : withTotal(numbers, id, scope, 'savings.idle', withAmounts, ({ key }) => [
          difference(key, numbers.get('savings.assets-usd', scope, key), numbers.get('savings.idle-usd', scope, key)),
        ]),
})
