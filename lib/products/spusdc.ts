import { sameWords } from '../format/locale'
import { defineProduct, vaultForm } from './define-product'

export const spusdc = defineProduct({
  key: 'SPUSDC',
  line: 'SAVINGS',
  name: { short: sameWords('spUSDC'), long: sameWords('Spark USDC') },
  colour: 'c1',
  rank: 2,
  token: 'SPARK_VAULT_V2_SPUSDC',
  forms: [vaultForm('USDC')],
})
