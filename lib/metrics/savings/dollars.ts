import { product, same } from '../arithmetic'
import { defineDerived, type Words, withCaveats } from '../define'
import { isKnown } from '../inherit'
import type { Derived, Numbers, Observation, Scope } from '../types'
import { derivedOfProduct, derivedOfVaultV2, eachProduct } from './each-product'
import { paysInEther } from './products'

type Row = Pick<Words, 'text'> & {
  readonly id: `savings.${string}`
  readonly amount: 'savings.assets' | 'savings.idle'
}

/** What SparkLend's oracle says of wrapped ether: as the market's price, or asked directly where the market does not list it. */
const etherPrice = (numbers: Numbers): Observation | undefined => {
  const listed = numbers.get('lend.price', 'ethereum', 'WETH')
  return isKnown(listed) ? listed : (numbers.get('liquidity.unit-value', 'ethereum', 'WETH') ?? listed)
}

/** Dollars of an amount: stablecoins (xDAI too) at 1, ether at the price that SparkLend's oracle gives wrapped ether. */
const dollarsOf =
  (amount: Row['amount']) =>
  (numbers: Numbers, scope: Scope): readonly Derived[] =>
    eachProduct(numbers, scope, amount, (key, get) =>
      paysInEther(scope, key) ? product(key, get(amount), etherPrice(numbers)) : same(key, get(amount)),
    )

const defineDollars = ({ amount, text, ...row }: Row, where: typeof derivedOfProduct | typeof derivedOfVaultV2) =>
  defineDerived({
    ...where,
    ...row,
    unit: 'usd',
    formula: {
      en: `${amount} × 1; SPETH: ${amount} × lend.price:ethereum:WETH (where the market does not list it: liquidity.unit-value:ethereum:WETH)`,
      'zh-Hant': `${amount} × 1；SPETH：${amount} × lend.price:ethereum:WETH（市場未列出時為 liquidity.unit-value:ethereum:WETH）`,
    },
    text: withCaveats(text, { en: 'Stablecoins count as 1 dollar.', 'zh-Hant': '穩定幣以 1 美元計。' }),
    compute: dollarsOf(amount),
  })

export const assetsUsd = defineDollars(
  {
    id: 'savings.assets-usd',
    amount: 'savings.assets',
    text: {
      en: {
        title: 'Assets in dollars',
        what: 'What all shares are worth at the block, in dollars.',
        caveats: ['Products overlap: not to be added up.'],
      },
      'zh-Hant': {
        title: '資產（美元）',
        what: '所有份額在該區塊的價值，以美元計。',
        caveats: ['各產品有重疊，不可相加。'],
      },
    },
  },
  derivedOfProduct,
)

export const idleUsd = defineDollars(
  {
    id: 'savings.idle-usd',
    amount: 'savings.idle',
    text: {
      en: { title: 'Idle in dollars', what: 'What lies in the vault itself, in dollars.' },
      'zh-Hant': { title: '閒置資金（美元）', what: '存放於金庫本身的數量，以美元計。' },
    },
  },
  derivedOfVaultV2,
)
