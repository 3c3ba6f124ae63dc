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
        'Stablecoins other than EURe have a fixed price of 1: a depeg does not show here.',
        'A price of 0 is no price: it and every dollar of the reserve are absent.',
      ],
    },
    'zh-Hant': {
      title: '價格',
      what: '市場所認定每單位資產的美元價值。',
      caveats: [
        'EURe 以外的穩定幣固定為 1 美元：脫鉤不會反映在此。',
        '價格為 0 即沒有價格：該儲備的價格與所有美元數字均從缺。',
      ],
    },
  },
  async read(reader, key) {
    const asset = await assetOf(reader, key)
    const [price, label] = await Promise.all([
      // A source that answers 0 or less makes the oracle revert, as it has no fallback: no price either way.
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
