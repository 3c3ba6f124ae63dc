import { sameWords } from '../format/locale'
import { defineProduct } from './define-product'

export const sxdai = defineProduct({
  key: 'SXDAI',
  line: 'SAVINGS',
  name: { short: sameWords('Savings xDAI'), long: sameWords('Savings xDAI') },
  colour: 'c5',
  rank: 8,
  token: 'SXDAI',
  forms: [{ kind: 'sxdai', claim: 'bridged', asset: 'WXDAI', with: ['WXDAI', 'SXDAI_ADAPTER'] }],
})
