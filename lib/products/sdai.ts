import { sameWords } from '../format/locale'
import { defineProduct } from './define-product'

export const sdai = defineProduct({
  key: 'SDAI',
  line: 'SAVINGS',
  name: { short: sameWords('sDAI'), long: sameWords('sDAI') },
  colour: 'c6',
  rank: 5,
  token: 'SDAI',
  forms: [{ kind: 'sdai', claim: 'sky', asset: 'DAI', with: ['DAI', 'POT'] }],
})
