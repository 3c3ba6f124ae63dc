import { tokenLabel } from '../../chains'
import { fundValuation } from '../../positions'
import { readValuation, valuationReads } from '../../positions/read-valuation'
import { defineMetric } from '../define'
import { fundFor, ofFund } from './funds'

export const nav = defineMetric({
  id: 'rwa.nav',
  ...ofFund,
  class: 'issuer',
  unit: 'usd',
  reads: valuationReads,
  formula: {
    en: 'BUIDL, BUIDL-I: 1 by the fund’s terms · USTB, USCC: superstateOracle().latestRoundData() · JTRSY: convertToAssets(10^18) / 10^18 of the vault that the token names for USDC',
    'zh-Hant':
      'BUIDL、BUIDL-I：依基金條款為 1 · USTB、USCC：superstateOracle().latestRoundData() · JTRSY：代幣為 USDC 指定之金庫的 convertToAssets(10^18) / 10^18',
  },
  text: {
    en: {
      title: 'Net asset value',
      what: 'Dollars that one token of a fund is worth, as its issuer says.',
      caveats: [
        'Every one of these is the issuer’s word: no contract can check what the fund owns.',
        'BUIDL pays its yield in new tokens, so its price stays at 1 and its supply grows.',
        'Superstate’s oracle draws a straight line on from its last two checkpoints, and answers none once they are five days old.',
      ],
    },
    'zh-Hant': {
      title: '資產淨值',
      what: '發行方所申報、每枚基金代幣的美元價值。',
      caveats: [
        '以上皆為發行方的說法：合約無法查核基金實際持有的資產。',
        'BUIDL 以新代幣支付收益，因此價格維持 1，供應量增加。',
        'Superstate 的預言機由最近兩個檢查點直線外推，檢查點超過五天即不再提供價格。',
      ],
    },
  },
  read: async (reader, key) => ({
    label: tokenLabel(reader.chain, key),
    value: await readValuation(reader, fundValuation(fundFor(key), reader.chain.slug)),
  }),
})
