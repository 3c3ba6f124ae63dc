import type { Locale } from '../format/locale'
import enCharts from './messages/en/charts.json'
import enCommon from './messages/en/common.json'
import enErrors from './messages/en/errors.json'
import enGlossary from './messages/en/glossary.json'
import enLend from './messages/en/lend.json'
import enLiquidity from './messages/en/liquidity.json'
import enMethod from './messages/en/method.json'
import enNumbers from './messages/en/numbers.json'
import enOverview from './messages/en/overview.json'
import enRwa from './messages/en/rwa.json'
import enSavings from './messages/en/savings.json'
import enSpk from './messages/en/spk.json'
import enStatus from './messages/en/status.json'
import zhCharts from './messages/zh-Hant/charts.json'
import zhCommon from './messages/zh-Hant/common.json'
import zhErrors from './messages/zh-Hant/errors.json'
import zhGlossary from './messages/zh-Hant/glossary.json'
import zhLend from './messages/zh-Hant/lend.json'
import zhLiquidity from './messages/zh-Hant/liquidity.json'
import zhMethod from './messages/zh-Hant/method.json'
import zhNumbers from './messages/zh-Hant/numbers.json'
import zhOverview from './messages/zh-Hant/overview.json'
import zhRwa from './messages/zh-Hant/rwa.json'
import zhSavings from './messages/zh-Hant/savings.json'
import zhSpk from './messages/zh-Hant/spk.json'
import zhStatus from './messages/zh-Hant/status.json'

const en = {
  common: enCommon,
  overview: enOverview,
  lend: enLend,
  savings: enSavings,
  liquidity: enLiquidity,
  rwa: enRwa,
  spk: enSpk,
  numbers: enNumbers,
  charts: enCharts,
  method: enMethod,
  status: enStatus,
  glossary: enGlossary,
  errors: enErrors,
}

export type Messages = typeof en

/** Everything a page says, a file a page: `lib/i18n/messages/<locale>/<page>.json`. */
export const messages: Readonly<Record<Locale, Messages>> = {
  en,
  'zh-Hant': {
    common: zhCommon,
    overview: zhOverview,
    lend: zhLend,
    savings: zhSavings,
    liquidity: zhLiquidity,
    rwa: zhRwa,
    spk: zhSpk,
    numbers: zhNumbers,
    charts: zhCharts,
    method: zhMethod,
    status: zhStatus,
    glossary: zhGlossary,
    errors: zhErrors,
  },
}
