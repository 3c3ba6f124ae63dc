import { sameWords } from '../format/locale'
import { defineProduct, vaultForm } from './define-product'

export const speth = defineProduct({
  key: 'SPETH',
  line: 'SAVINGS',
  name: { short: sameWords('spETH'), long: sameWords('Spark ETH') },
  colour: 'c7',
  rank: 4,
  token: 'SPARK_VAULT_V2_SPETH',
  forms: [vaultForm('WETH')],
})
