import { tokenLabel } from '../../chains'
import { fundValuation } from '../../positions'
import { prefetchValuation, readValuation, valuationReads } from '../../positions/read-valuation'
import { defineMetric, revised } from '../define'
import { fundFor, fundsOn, ofFund } from './funds'

export const nav = defineMetric({
  id: 'rwa.nav',
  ...ofFund,
  versions: revised({
    since: '2026-11-30',
    change: {
      en: 'A value that is too old is stale; a vault left behind gives none; USCC has its Chainlink feed where its token names no oracle.',
      'zh-Hant': '過舊的價值標示為過時；已棄用的金庫不再採用；USCC 的代幣未指定預言機時採 Chainlink 餵價。',
    },
  }),
  class: 'issuer',
  unit: 'usd',
  reads: valuationReads,
  prefetch: (reader) =>
    fundsOn(reader.chain.slug).flatMap((fund) => prefetchValuation(reader, fundValuation(fund, reader.chain.slug))),
  formula: {
    en: 'BUIDL, BUIDL-I: 1 by the fund’s terms · USTB, USCC: superstateOracle().latestRoundData(); where USCC names no oracle, latestRoundData() of its Chainlink feed (6 decimals) · JTRSY: convertToAssets(10^18) / 10^18 of the vault that the token names for USDC',
    'zh-Hant':
      'BUIDL、BUIDL-I：依基金條款為 1 · USTB、USCC：superstateOracle().latestRoundData()；USCC 未指定預言機時，為其 Chainlink 餵價（6 位小數）的 latestRoundData() · JTRSY：代幣為 USDC 指定之金庫的 convertToAssets(10^18) / 10^18',
  },
  text: {
    en: {
      title: 'Net asset value',
      what: 'Dollars that one token of a fund is worth, as its issuer says.',
      caveats: [
        'Every one of these is the issuer’s word: no contract can check what the fund owns.',
        'BUIDL pays its yield in new tokens, so its price stays at 1 and its supply grows.',
        'Superstate’s oracle draws a straight line on from its last two checkpoints in force, and answers none once five days have passed since the newest of them took effect (its effectiveAt).',
        'A value that has not been updated for five days, whose own limit has passed, or that has no date, is stale: rwa.nav-updated says when it was reported.',
        'A vault that the token no longer names is not asked once it is that old.',
      ],
    },
    'zh-Hant': {
      title: '資產淨值',
      what: '發行方所申報、每枚基金代幣的美元價值。',
      caveats: [
        '以上皆為發行方的說法：合約無法查核基金實際持有的資產。',
        'BUIDL 以新代幣支付收益，因此價格維持 1，供應量增加。',
        'Superstate 的預言機由最近兩個有效檢查點直線外推；最新檢查點生效（effectiveAt）滿五天後即不再提供價格。',
        '逾五天未更新、已過自訂期限或沒有日期的價值標示為過時；申報時間見 rwa.nav-updated。',
        '代幣不再指定的金庫，若同樣逾期即不採用。',
      ],
    },
  },
  read: async (reader, key) => ({
    label: tokenLabel(reader.chain, key),
    ...(await readValuation(reader, fundValuation(fundFor(key), reader.chain.slug))),
  }),
})
