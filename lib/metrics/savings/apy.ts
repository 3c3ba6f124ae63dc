import { savingsXdaiAdapter } from '../../contracts/savings-xdai-adapter'
import { apyFromPerSecondRate } from '../../math/compounding'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofProduct, shareOf, shareReads } from './products'
import { rateOf, rateReads, unlessUnset } from './rates'
import { absentUntilSet } from './unset'

export const apy = defineMetric({
  id: 'savings.apy',
  ...ofProduct,
  versions: absentUntilSet,
  unit: 'ratio',
  reads: [...shareReads, ...rateReads, savingsXdaiAdapter],
  formula: {
    en: '(savings.rate / 10^27)^31,536,000 − 1; Savings xDAI: SavingsXDaiAdapter.vaultAPY() / 10^18',
    'zh-Hant': '(savings.rate / 10^27)^31,536,000 − 1；Savings xDAI：SavingsXDaiAdapter.vaultAPY() / 10^18',
  },
  text: {
    en: {
      title: 'Savings APY',
      what: 'The yearly yield of holding the product at today’s rate, compounded each second.',
      caveats: [
        'The rate is governed and may change at any time.',
        'Away from Ethereum it is what was last carried over, which can lag behind.',
        'Savings xDAI’s is a simple rate of its running epoch, not compounded: it can overshoot, or read 0, until someone claims.',
      ],
    },
    'zh-Hant': {
      title: '儲蓄年化收益率（APY）',
      what: '以目前利率持有該產品的年化收益率，每秒複利。',
      caveats: [
        '利率由治理決定，隨時可能變動。',
        '以太坊以外的鏈為最近一次跨鏈傳遞的數值，可能較慢。',
        'Savings xDAI 為當期單利，不計複利：在有人領取之前可能偏高，或顯示為 0。',
      ],
    },
  },
  async read(reader, key) {
    const { product, label } = await shareOf(reader, key)
    if (product.kind === 'sxdai') {
      const rate = await reader.read(savingsXdaiAdapter, reader.address('SXDAI_ADAPTER'), 'vaultAPY')
      return { label, value: fixed(rate, 18), note: 'simple-rate' }
    }
    const rate = unlessUnset(await rateOf(reader, product))
    return { label, value: fixed(apyFromPerSecondRate(rate), 27) }
  },
})
