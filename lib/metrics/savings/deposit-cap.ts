import { sparkVaultV2 } from '../../contracts/spark-vault-v2'
import { fixed } from '../../math/fixed'
import { RAY, UINT256_MAX } from '../../math/ray'
import { defineMetric, revised } from '../define'
import { assetDecimals, ofVaultV2, shareOf, shareReads } from './products'

/** Above this the vault's own arithmetic, which multiplies by 10^27, would overflow: no deposit could reach it. */
const largestCap = UINT256_MAX / RAY

export const depositCap = defineMetric({
  id: 'savings.deposit-cap',
  ...ofVaultV2,
  versions: revised({
    since: '2026-11-30',
    change: {
      en: 'Every cap above 2^256 / 10^27 is unlimited, not 2^256 − 1 alone.',
      'zh-Hant': '凡大於 2^256 / 10^27 的上限均為無上限，不僅限於 2^256 − 1。',
    },
  }),
  unit: 'token',
  reads: [...shareReads, sparkVaultV2],
  formula: 'vault.depositCap()',
  text: {
    en: {
      title: 'Deposit cap',
      what: 'The most that the vault takes in, in its asset.',
      caveats: [
        'Held against the vault’s assets, so that interest uses it up as well.',
        'Above 2^256 / 10^27 it is unlimited, as no deposit could reach it: it has no value then.',
      ],
    },
    'zh-Hant': {
      title: '存款上限',
      what: '金庫最多可接受的資產數量。',
      caveats: [
        '與金庫資產比較，因此利息也會占用上限。',
        '大於 2^256 / 10^27 即表示無上限，因為不可能有存款達到此數；此時沒有數值。',
      ],
    },
  },
  async read(reader, key) {
    const { product, address, label } = await shareOf(reader, key)
    const [decimals, cap] = await Promise.all([
      assetDecimals(reader, product),
      reader.read(sparkVaultV2, address, 'depositCap'),
    ])
    return cap > largestCap ? { label, value: null, note: 'unlimited' } : { label, value: fixed(cap, decimals) }
  },
})
