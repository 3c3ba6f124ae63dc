import { sameWords } from '../format/locale'
import { defineProduct, vaultForm } from './define-product'

export const spusdt = defineProduct({
  key: 'SPUSDT',
  line: 'SAVINGS',
  name: { short: sameWords('spUSDT'), long: sameWords('Spark USDT') },
  colour: 'c3',
  rank: 3,
  token: 'SPARK_VAULT_V2_SPUSDT',
  forms: [vaultForm('USDT')],
})
