import { sameWords } from '@/lib/format/locale'
import { defineProduct, vaultForm } from '@/lib/products/define-product'

/** A product that there is not yet, as a file of lib/products would have it. */
export const spusdg = defineProduct({
  key: 'SPUSDG',
  line: 'SAVINGS',
  name: { short: sameWords('spUSDG'), long: sameWords('Spark USDG') },
  colour: 'c8',
  rank: 9,
  // safe: the test's chain file names both
  token: 'SPARK_VAULT_V2_SPUSDG' as 'SPARK_VAULT_V2_SPUSDC',
  forms: [vaultForm('USDG')],
})
