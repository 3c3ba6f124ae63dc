import { aaveOracle } from '../../contracts/aave-oracle'
import { AbsentError, RevertedError } from '../../errors'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { symbolOf } from '../token-symbol'
import { assetOf, ofReserve, reserveReads } from './reserve'

export const price = defineMetric({
  id: 'lend.price',
  ...ofReserve,
  unit: 'usd',
  reads: [...reserveReads, aaveOracle],
  formula: 'AaveOracle.getAssetPrice(asset) / 10^8',
  text: {
    en: {
      title: 'Price',
      what: 'What the market takes one unit of the asset to be worth, in dollars.',
      caveats: [
        'Where its source is a fixed price of 1 (lend.oracle-source), as of most stablecoins in 2026, a depeg does not show here.',
        'A price of 0 is no price: it and every dollar of the reserve are absent.',
      ],
    },
    'zh-Hant': {
      title: '價格',
      what: '市場所認定每單位資產的美元價值。',
      caveats: [
        '價格來源固定為 1 美元者（lend.oracle-source；2026年多數穩定幣如此），脫鉤不會反映在此。',
        '價格為 0 即沒有價格：該儲備的價格與所有美元數字均從缺。',
      ],
    },
  },
  async read(reader, key) {
    const asset = await assetOf(reader, key)
    const [price, label] = await Promise.all([
      // A source that answers 0 or less makes an oracle without a fallback revert: no price either way.
      reader.read(aaveOracle, reader.address('AAVE_ORACLE'), 'getAssetPrice', [asset]).catch((error: unknown) => {
        if (error instanceof RevertedError) return 0n
        throw error
      }),
      symbolOf(reader, asset, key),
    ])
    if (price === 0n) throw new AbsentError('no-price')
    return { label, value: fixed(price, 8) }
  },
})
