import { defineDerived } from '../define'
import { positionDollars } from '../liquidity/position-dollars'
import { sumOf, sumOverChains } from '../sums'
import { derivedOfFund, fundOf, fundsOn, groupsOf, heldChains, sumKeys } from './funds'

const id = 'rwa.spark-holding-usd'

export const sparkHoldingUsd = defineDerived({
  id,
  ...derivedOfFund,
  unit: 'usd',
  scopes: [...heldChains, 'all'],
  formula: {
    en: 'Σ liquidity.position-usd of the fund’s tokens and of what is on its way in or out',
    'zh-Hant': '該基金代幣與途中款項的 liquidity.position-usd 總和',
  },
  text: {
    en: {
      title: 'Spark’s holding in dollars',
      what: 'What Spark’s liquidity layer owns of a fund, and of all treasury funds under TOTAL.',
      caveats: [
        'The dollars are the issuer’s NAV times a balance on chain.',
        'USCC is not a treasury fund: TOTAL leaves it out.',
      ],
    },
    'zh-Hant': {
      title: 'Spark 持有價值',
      what: 'Spark 流動性層所擁有的基金價值；TOTAL 為所有美國公債基金合計。',
      caveats: ['美元數字為發行方淨值乘以鏈上餘額。', 'USCC 並非美國公債基金，不計入 TOTAL。'],
    },
  },
  compute(numbers, scope) {
    if (scope === 'all') return sumKeys(heldChains).map(({ key, chains }) => sumOverChains(numbers, id, chains, key))
    const each = fundsOn(scope).map((fund) => ({ key: fund as string, has: (token: string) => token === fund }))
    return [...each, ...groupsOf(fundsOn(scope))].map(({ key, has }) =>
      sumOf(
        key,
        positionDollars(numbers, scope, (position) => has(fundOf(position))),
      ),
    )
  },
})
