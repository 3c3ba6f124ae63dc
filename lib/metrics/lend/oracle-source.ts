import { aaveOracle } from '../../contracts/aave-oracle'
import { defineMetric } from '../define'
import { symbolOf } from '../token-symbol'
import { addressText } from './addresses'
import { assetOf, ofReserve, reserveReads } from './reserve'
import { fromAddress } from './values'

export const oracleSource = defineMetric({
  id: 'lend.oracle-source',
  ...ofReserve,
  unit: 'address',
  reads: [...reserveReads, aaveOracle],
  formula: 'AaveOracle.getSourceOfAsset(asset)',
  text: addressText({
    en: {
      title: 'Price source',
      what: 'The contract the market’s oracle asks for the asset’s price.',
    },
    'zh-Hant': {
      title: '價格來源',
      what: '市場的預言機查詢這項資產價格的合約。',
    },
  }),
  async read(reader, key) {
    const asset = await assetOf(reader, key)
    const [source, label] = await Promise.all([
      reader.read(aaveOracle, reader.address('AAVE_ORACLE'), 'getSourceOfAsset', [asset]),
      symbolOf(reader, asset, key),
    ])
    return { label, value: fromAddress(source) }
  },
})
