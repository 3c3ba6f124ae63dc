import { sameWords } from '../format/locale'
import { defineProduct, vaultForm } from './define-product'

export const sppyusd = defineProduct({
  key: 'SPPYUSD',
  line: 'SAVINGS',
  name: { short: sameWords('spPYUSD'), long: sameWords('Spark PYUSD') },
  colour: 'c4',
  rank: 6,
  token: 'SPARK_VAULT_V2_SPPYUSD',
  forms: [vaultForm('PYUSD')],
})
