import { type ChainSlug, tokenLabel } from '../../chains'
import { AbsentError } from '../../errors'
import { fixed } from '../../math/fixed'
import { fundValuation } from '../../positions'
import { readReportedPrice, valuationReads } from '../../positions/read-valuation'
import { isReported } from '../../positions/reported-price'
import { defineMetric } from '../define'
import { fundFor, fundsOn, ofFund } from './funds'

/** Funds whose value is reported: that of the others does not change. */
const reportedOn = (chain: ChainSlug): readonly string[] =>
  fundsOn(chain).filter((fund) => isReported(fundValuation(fund, chain)))

export const navUpdated = defineMetric({
  id: 'rwa.nav-updated',
  ...ofFund,
  keys: (reader) => reportedOn(reader.chain.slug),
  expects: reportedOn,
  class: 'issuer',
  unit: 'time',
  reads: valuationReads,
  formula: {
    en: 'USTB, USCC: superstateOracle().checkpoints(roundId).effectiveAt; where the token names no oracle, its Chainlink feed’s updatedAt · JTRSY: markersPricePoolPerShare().computedAt of the spoke behind its vault, before version 3 the vault’s priceLastUpdated()',
    'zh-Hant':
      'USTB、USCC：superstateOracle().checkpoints(roundId).effectiveAt；代幣未指定預言機時，為其 Chainlink 餵價的 updatedAt · JTRSY：其金庫所屬 Spoke 的 markersPricePoolPerShare().computedAt，第 3 版之前為金庫的 priceLastUpdated()',
  },
  text: {
    en: {
      title: 'NAV last updated',
      what: 'When the issuer last reported a fund’s value; of USTB, when the newest checkpoint in force took effect.',
      caveats: [
        'A value that has not been updated for five days is shown as stale, and so is all that is made of it.',
        'BUIDL’s value is set by the fund’s terms and has no date.',
      ],
    },
    'zh-Hant': {
      title: '淨值更新時間',
      what: '發行方最近一次申報基金價值的時間；USTB 則為最新有效檢查點的生效時間。',
      caveats: ['逾五天未更新的價值標示為過時，由其推算的數字亦同。', 'BUIDL 的價值由基金條款訂定，沒有更新時間。'],
    },
  },
  async read(reader, key) {
    const valuation = fundValuation(fundFor(key), reader.chain.slug)
    if (!isReported(valuation)) throw new AbsentError('nothing-known')
    const { updatedAt } = await readReportedPrice(reader, valuation)
    if (updatedAt === null) throw new AbsentError('nothing-known')
    return { label: tokenLabel(reader.chain, key), value: fixed(updatedAt, 0) }
  },
})
