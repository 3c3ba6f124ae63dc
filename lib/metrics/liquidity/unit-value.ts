import { positionOf, positions } from '../../positions'
import { isIssuerPriced, prefetchValuation, readValuation, valuationReads } from '../../positions/read-valuation'
import { defineMetric, revised } from '../define'
import { ofPosition, positionFor, positionLabel } from './layer'

export const unitValue = defineMetric({
  id: 'liquidity.unit-value',
  ...ofPosition,
  class: 'issuer',
  classOf: (chain, key) => {
    const position = positionOf(chain, key)
    return position !== undefined && isIssuerPriced(position.valuation) ? 'issuer' : 'onchain'
  },
  versions: revised(
    {
      since: '2026-11-30',
      change: {
        en: 'A reported value that is too old is stale; a vault left behind gives none; USCC has its Chainlink feed where its token names no oracle.',
        'zh-Hant': '過舊的申報價值標示為過時；已棄用的金庫不再採用；USCC 的代幣未指定預言機時採 Chainlink 餵價。',
      },
    },
    {
      since: '2026-12-01',
      change: {
        en: 'A share of a PSM3 has none where the oracle was never told a rate and its sUSDS would count as 0.',
        'zh-Hant': '預言機從未設定利率、PSM3 的 sUSDS 會計為 0 時，其份額沒有價值可列。',
      },
    },
  ),
  unit: 'usd',
  reads: valuationReads,
  prefetch: (reader) => positions[reader.chain.slug].flatMap(({ valuation }) => prefetchValuation(reader, valuation)),
  formula: {
    en: 'stablecoins, Aave’s tokens on them and BUIDL: 1 · ether tokens and spTokens: AaveOracle.getAssetPrice · vaults: convertToAssets(10^36) / 10^36 · Maple: convertToExitAssets(10^36) / 10^36 · Curve: Σ balance × value / supply · PSM3: convertToAssetValue(10^36) / 10^36 · USTB, USCC: superstateOracle().latestRoundData(), where USCC names none its Chainlink feed · JTRSY: its vault’s convertToAssets(10^18) / 10^18 · sUSDS beyond Ethereum: SSR oracle',
    'zh-Hant':
      '穩定幣、其 Aave 代幣與 BUIDL：1 · 以太類代幣與 spToken：AaveOracle.getAssetPrice · 金庫：convertToAssets(10^36) / 10^36 · Maple：convertToExitAssets(10^36) / 10^36 · Curve：Σ 餘額 × 價值 / 供應量 · PSM3：convertToAssetValue(10^36) / 10^36 · USTB、USCC：superstateOracle().latestRoundData()，USCC 未指定時為其 Chainlink 餵價 · JTRSY：其金庫的 convertToAssets(10^18) / 10^18 · 以太坊以外的 sUSDS：SSR 預言機',
  },
  text: {
    en: {
      title: 'Value of one unit',
      what: 'Dollars that one whole unit of a position is worth, by the kind of holding it is.',
      caveats: [
        'A stablecoin counts as 1 dollar, USDe too: a depeg does not show here.',
        'A fund’s value is what its issuer reports; nothing on chain says that BUIDL is worth 1.',
        'A reported value that has not been updated for five days is stale.',
        'Where no contract we trust gives a price, it is absent.',
        'Given to 18 places.',
      ],
    },
    'zh-Hant': {
      title: '單位價值',
      what: '每一整單位部位的美元價值，依部位種類而定。',
      caveats: [
        '穩定幣一律以 1 美元計，USDe 亦然：脫鉤不會反映在此。',
        '基金的價值由發行方申報；鏈上沒有任何資料指明 BUIDL 值 1 美元。',
        '申報的價值逾五天未更新即標示為過時。',
        '沒有可信合約提供價格時，此數字從缺。',
        '取至小數 18 位。',
      ],
    },
  },
  async read(reader, key) {
    const chain = reader.chain.slug
    const { valuation } = positionFor(chain, key)
    return {
      label: positionLabel(chain, key),
      ...(await readValuation(reader, valuation)),
    }
  },
})
