import { sameWords } from '../format/locale'
import { defineProduct } from './define-product'

export const susds = defineProduct({
  key: 'SUSDS',
  line: 'SAVINGS',
  name: { short: sameWords('sUSDS'), long: sameWords('sUSDS') },
  colour: 'savings',
  rank: 1,
  token: 'SUSDS',
  forms: [
    { kind: 'bridged-susds', claim: 'bridged', asset: 'USDS', with: ['SSR_AUTH_ORACLE'] },
    { kind: 'susds', claim: 'sky', asset: 'USDS', with: ['USDS', 'VAT'] },
  ],
})
