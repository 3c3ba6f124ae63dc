import { fixed } from '../../math/fixed'
import type { Placed } from '../../products'
import { defineMetric, type Words } from '../define'
import { ofAccruing, shareOf, shareReads } from './products'
import { liveIndexOf, type RateReader, rateOf, rateReads, storedIndexOf, unlessUnset } from './rates'
import { absentUntilSet } from './unset'

type Row = Words & {
  readonly id: `savings.${string}`
  readonly ray: (reader: RateReader, product: Placed) => Promise<bigint>
}

const defineRay = ({ ray, ...row }: Row) =>
  defineMetric({
    ...ofAccruing,
    ...row,
    versions: absentUntilSet,
    unit: 'ray',
    reads: [...shareReads, ...rateReads],
    async read(reader, key) {
      const { product, label } = await shareOf(reader, key)
      return { label, value: fixed(unlessUnset(await ray(reader, product)), 0) }
    },
  })

export const rate = defineRay({
  id: 'savings.rate',
  ray: rateOf,
  formula: {
    en: 'sUSDS.ssr(), Pot.dsr(), SSRAuthOracle.getSSR() or vault.vsr()',
    'zh-Hant': 'sUSDS.ssr()、Pot.dsr()、SSRAuthOracle.getSSR() 或 vault.vsr()',
  },
  text: {
    en: {
      title: 'Savings rate per second',
      what: 'The factor by which a share’s worth grows each second, as the contract holds it: a ray, undivided.',
      caveats: [
        '1000000000000000000000000000 is no growth.',
        'sUSDC has no rate of its own: it holds sUSDS.',
        'Away from Ethereum it is what was last carried over, which can lag behind.',
        'Savings xDAI has no such rate.',
        'Absent while the contract answers 0: it was never told a rate.',
      ],
    },
    'zh-Hant': {
      title: '每秒儲蓄利率',
      what: '每秒份額價值成長的倍數，即合約所存的 ray 整數，未經除法。',
      caveats: [
        '1000000000000000000000000000 表示不成長。',
        'sUSDC 沒有自己的利率：它持有 sUSDS。',
        '以太坊以外的鏈為最近一次跨鏈傳遞的數值，可能較慢。',
        'Savings xDAI 沒有此利率。',
        '合約回傳 0 表示從未設定利率，此數字從缺。',
      ],
    },
  },
})

const rows: readonly Row[] = [
  {
    id: 'savings.live-index',
    ray: liveIndexOf,
    formula: {
      en: 'rpow(rate, block time − rho) × chi / 10^27; vault.nowChi(); SSRAuthOracle.getConversionRate()',
      'zh-Hant': 'rpow(rate, 區塊時間 − rho) × chi / 10^27；vault.nowChi()；SSRAuthOracle.getConversionRate()',
    },
    text: {
      en: {
        title: 'Live index',
        what: 'The product’s index accrued to the block: a ray, undivided.',
        caveats: ['Away from Ethereum it is what was last carried over, which can lag behind.'],
      },
      'zh-Hant': {
        title: '即時指數',
        what: '計息至該區塊的指數：ray 整數，未經除法。',
        caveats: ['以太坊以外的鏈為最近一次跨鏈傳遞的數值，可能較慢。'],
      },
    },
  },
  {
    id: 'savings.stored-index',
    ray: storedIndexOf,
    formula: {
      en: 'sUSDS.chi(), Pot.chi(), SSRAuthOracle.getChi() or vault.chi()',
      'zh-Hant': 'sUSDS.chi()、Pot.chi()、SSRAuthOracle.getChi() 或 vault.chi()',
    },
    text: {
      en: {
        title: 'Stored index',
        what: 'The product’s index as stored at its last update: a ray, undivided, older than the block.',
        caveats: ['Not the worth of a share now: see the live index.'],
      },
      'zh-Hant': {
        title: '已儲存指數',
        what: '該產品最近一次更新時所存的指數：ray 整數，未經除法，早於該區塊。',
        caveats: ['不是份額現在的價值：見即時指數。'],
      },
    },
  },
]

/** The index of a product, accrued to the block and as stored. */
export const indexes = rows.map(defineRay)
