import { fixed } from '../../math/fixed'
import { from } from '../arithmetic'
import { defineDerived } from '../define'
import { derivedOfVaultV2, eachProduct } from './each-product'

export const outstanding = defineDerived({
  id: 'savings.outstanding',
  ...derivedOfVaultV2,
  unit: 'token',
  formula: {
    en: 'savings.assets − savings.idle, at least 0 (vault.assetsOutstanding())',
    'zh-Hant': 'savings.assets − savings.idle，最低為 0（vault.assetsOutstanding()）',
  },
  text: {
    en: {
      title: 'Outstanding',
      what: 'What the liquidity layer has taken from the vault, with the interest it owes.',
      caveats: ['A claim on the layer, not secured.'],
    },
    'zh-Hant': {
      title: '未收回資金',
      what: '流動性層自金庫取用的數量，含應付利息。',
      caveats: ['是對流動性層的請求權，沒有擔保。'],
    },
  },
  compute: (numbers, scope) =>
    eachProduct(numbers, scope, 'savings.idle', (key, get) =>
      from(key, [get('savings.assets'), get('savings.idle')], (owed, idle) =>
        owed && idle ? fixed(owed.raw > idle.raw ? owed.raw - idle.raw : 0n, owed.decimals) : null,
      ),
    ),
})
