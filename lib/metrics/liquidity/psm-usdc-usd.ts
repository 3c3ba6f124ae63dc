import { product } from '../arithmetic'
import { defineDerived } from '../define'
import { ofPsm3 } from './layer'

export const psmUsdcUsd = defineDerived({
  id: 'liquidity.psm-usdc-usd',
  line: ofPsm3.line,
  unit: 'usd',
  class: ofPsm3.class,
  versions: ofPsm3.versions,
  scopes: ofPsm3.chains,
  formula: {
    en: 'liquidity.psm-usdc × liquidity.unit-value of USDC (1)',
    'zh-Hant': 'liquidity.psm-usdc × USDC 的 liquidity.unit-value（1）',
  },
  text: {
    en: {
      title: 'USDC in the PSM, in dollars',
      what: 'The USDC of the peg stability module in dollars.',
      caveats: ['USDC counts as 1 dollar.'],
    },
    'zh-Hant': {
      title: 'PSM 中的 USDC（美元）',
      what: '錨定穩定模組（PSM3）的 USDC，以美元計。',
      caveats: ['USDC 以 1 美元計。'],
    },
  },
  compute: (numbers, chain) =>
    numbers
      .of('liquidity.psm-usdc', chain)
      .map((usdc) => product(usdc.key, usdc, numbers.get('liquidity.unit-value', chain, 'USDC'))),
})
