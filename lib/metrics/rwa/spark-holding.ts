import { positions } from '../../positions'
import { fundKeys } from '../../products/funds'
import { defineDerived, revised } from '../define'
import { deployed, sumOf, sumOverChains } from '../sums'
import { derivedOfFund, fundOf, fundsOn, heldChains } from './funds'

const id = 'rwa.spark-holding'

export const sparkHolding = defineDerived({
  id,
  ...derivedOfFund,
  class: 'onchain',
  versions: revised({
    since: '2026-11-30',
    change: {
      en: 'Tokens of a cancelled redemption, not yet collected, count too.',
      'zh-Hant': '已取消贖回、尚未領回的代幣一併計入。',
    },
  }),
  unit: 'token',
  symbol: 'label',
  scopes: [...heldChains, 'all'],
  formula: {
    en: 'liquidity.position of the token + claimable mints + pending and cancelled redemptions',
    'zh-Hant': '該代幣的 liquidity.position＋可領取的鑄造＋待贖回與已取消贖回的份額',
  },
  text: {
    en: {
      title: 'Spark’s holding',
      what: 'Tokens of a fund that Spark’s liquidity layer owns, those on their way in or out included.',
      caveats: [
        'Dollars waiting to become tokens, or claimable after a redemption, are no tokens: they count in spark-holding-usd only.',
        'Subscriptions settled off chain are invisible between payment and delivery.',
      ],
    },
    'zh-Hant': {
      title: 'Spark 持有量',
      what: 'Spark 流動性層擁有的基金代幣，含申購與贖回途中的部分。',
      caveats: [
        '等待轉為代幣的美元、以及贖回後可領取的美元並非代幣：僅計入 spark-holding-usd。',
        '鏈下交割的申購，在付款與交付之間無法看見。',
      ],
    },
  },
  compute(numbers, scope) {
    if (scope === 'all') return fundKeys.map((fund) => sumOverChains(numbers, id, heldChains, fund))
    return fundsOn(scope).map((fund) => {
      const keys = positions[scope].filter((each) => fundOf(each) === fund && each.asset === fund).map(({ key }) => key)
      return sumOf(fund, deployed(numbers.of('liquidity.position', scope).filter(({ key }) => keys.includes(key))))
    })
  },
})
