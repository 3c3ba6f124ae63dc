import { layerChains } from '../../positions'
import { product } from '../arithmetic'
import { defineDerived, firstVersion } from '../define'

export const positionUsd = defineDerived({
  id: 'liquidity.position-usd',
  line: 'liquidity',
  unit: 'usd',
  class: 'issuer',
  versions: firstVersion,
  scopes: layerChains,
  formula: {
    en: 'liquidity.position × liquidity.unit-value, exact',
    'zh-Hant': 'liquidity.position × liquidity.unit-value，不捨入',
  },
  text: {
    en: {
      title: 'Position in dollars',
      what: 'What a position of the liquidity layer is worth.',
      caveats: ['Without a price the amount stands and the dollars are absent.'],
    },
    'zh-Hant': {
      title: '部位（美元）',
      what: '流動性層一項部位的價值。',
      caveats: ['沒有價格時，數量照列，美元數字從缺。'],
    },
  },
  compute: (numbers, chain) =>
    numbers
      .of('liquidity.position', chain)
      .map((held) => product(held.key, held, numbers.get('liquidity.unit-value', chain, held.key))),
})
