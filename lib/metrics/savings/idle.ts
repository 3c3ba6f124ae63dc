import { erc20 } from '../../contracts/erc20'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { assetDecimals, ofVaultV2, shareOf, shareReads } from './products'

export const idle = defineMetric({
  id: 'savings.idle',
  ...ofVaultV2,
  unit: 'token',
  reads: shareReads,
  formula: 'asset.balanceOf(vault)',
  text: {
    en: {
      title: 'Idle',
      what: 'What lies in the vault itself and can be withdrawn at once.',
      caveats: ['The rest is with the liquidity layer.'],
    },
    'zh-Hant': {
      title: '閒置資金',
      what: '存放於金庫本身、可立即提領的數量。',
      caveats: ['其餘部分由流動性層運用。'],
    },
  },
  async read(reader, key) {
    const { product, address, label } = await shareOf(reader, key)
    const [decimals, idle] = await Promise.all([
      assetDecimals(reader, product),
      reader.read(erc20, reader.address(product.asset), 'balanceOf', [address]),
    ])
    return { label, value: fixed(idle, decimals) }
  },
})
