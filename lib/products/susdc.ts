import { sameWords } from '../format/locale'
import { defineProduct } from './define-product'

export const susdc = defineProduct({
  key: 'SUSDC',
  line: 'SAVINGS',
  name: { short: sameWords('sUSDC'), long: sameWords('sUSDC') },
  colour: 'c2',
  rank: 7,
  token: 'SUSDC',
  forms: [
    { kind: 'bridged-susdc', claim: 'sky', asset: 'USDC', with: ['SSR_AUTH_ORACLE', 'PSM3'] },
    { kind: 'susdc', claim: 'sky', asset: 'USDC', with: ['SUSDS', 'PSM'] },
  ],
})
