import { AbsentError } from '../../errors'
import { defineMetric } from '../define'
import { grants } from './awards'
import { ofSpk, wad } from './token'

const keys = () => Object.keys(grants)

/** Reads no contract: a yanked award has forgotten what it was. */
export const granted = defineMetric({
  id: 'spk.granted',
  ...ofSpk,
  unit: 'token',
  class: 'stated',
  reads: [],
  keys,
  expects: keys,
  formula: {
    en: 'DSS_VEST.1: 1,200 M; MCD_VEST_SPK_TREASURY.1: 2,275 M; MCD_VEST_SPK_TREASURY.2: 975 M',
    'zh-Hant': 'DSS_VEST.1：12 億；MCD_VEST_SPK_TREASURY.1：22.75 億；MCD_VEST_SPK_TREASURY.2：9.75 億',
  },
  text: {
    en: {
      title: 'Granted',
      what: 'What governance first granted in the award.',
      caveats: [
        'From the spells that created the awards: Sky’s of 2025-06-26 and Spark’s of 2026-02-12. The contract itself forgets the amount when it is yanked.',
      ],
    },
    'zh-Hant': {
      title: '原授予量',
      what: '治理最初在該筆歸屬中授予的數量。',
      caveats: ['取自建立歸屬的治理腳本：Sky 2025-06-26 與 Spark 2026-02-12。合約在歸屬終止後即不再記得原數量。'],
    },
  },
  async read(_, key) {
    const grant = grants[key]
    if (grant === undefined) throw new AbsentError('not-deployed')
    return { value: wad(grant.tot) }
  },
})
