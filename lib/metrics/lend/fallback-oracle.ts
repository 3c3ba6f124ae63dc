import { aaveOracle } from '../../contracts/aave-oracle'
import { defineMetric } from '../define'
import { addressText } from './addresses'
import { ofMarket } from './market'
import { fromAddress } from './values'

export const fallbackOracle = defineMetric({
  id: 'lend.fallback-oracle',
  ...ofMarket,
  unit: 'address',
  reads: [aaveOracle],
  formula: 'AaveOracle.getFallbackOracle()',
  text: addressText({
    en: {
      title: 'Fallback oracle',
      what: 'The contract that the market’s oracle asks where an asset’s own source gives no price.',
      caveats: ['The zero address means that there is none: without a price the oracle refuses.'],
    },
    'zh-Hant': {
      title: '備援預言機',
      what: '資產本身的價格來源沒有報價時，市場預言機改為查詢的合約。',
      caveats: ['零位址表示沒有備援：沒有價格時，預言機拒絕回答。'],
    },
  }),
  async read(reader) {
    return { value: fromAddress(await reader.read(aaveOracle, reader.address('AAVE_ORACLE'), 'getFallbackOracle')) }
  },
})
