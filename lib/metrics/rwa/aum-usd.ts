import { product } from '../arithmetic'
import { defineDerived } from '../define'
import { sumOverChains } from '../sums'
import type { Derived, Numbers, Scope } from '../types'
import { derivedOfFund, fundChains, sumKeys } from './funds'
import { withGroups } from './groups'

const id = 'rwa.aum-usd'

export const aumUsd = defineDerived({
  id,
  ...derivedOfFund,
  unit: 'usd',
  scopes: [...fundChains, 'all'],
  formula: { en: 'rwa.supply × rwa.nav; over all chains their sum', 'zh-Hant': 'rwa.supply × rwa.nav；跨鏈為其總和' },
  text: {
    en: {
      title: 'Assets under management',
      what: 'What all tokens of a fund are worth; BUIDL_FUND adds its two share classes, TOTAL all treasury funds.',
      caveats: [
        'Only the chains read here: an issuer’s own figure is larger.',
        'USCC is not a treasury fund: TOTAL leaves it out.',
      ],
    },
    'zh-Hant': {
      title: '資產管理規模',
      what: '基金全部代幣的價值；BUIDL_FUND 為其兩種份額合計，TOTAL 為所有美國公債基金合計。',
      caveats: ['僅含此處讀取的鏈：發行方自身公布的數字較大。', 'USCC 並非美國公債基金，不計入 TOTAL。'],
    },
  },
  compute(numbers: Numbers, scope: Scope): readonly Derived[] {
    if (scope === 'all') return sumKeys(fundChains).map(({ key, chains }) => sumOverChains(numbers, id, chains, key))
    const supplies = numbers.of('rwa.supply', scope)
    const funds = supplies.map((num) => product(num.key, num, numbers.get('rwa.nav', scope, num.key)))
    return withGroups(id, scope, funds, supplies)
  },
})
