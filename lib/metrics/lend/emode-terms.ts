import { pool } from '../../contracts/pool'
import type { Fixed } from '../../math/fixed'
import { defineMetric, withCaveats } from '../define'
import { ofReserve, type ReserveRow, reserveOf, reserveReads } from './reserve'
import { fromBps, premiumOf } from './values'

type Row = ReserveRow & {
  readonly formula: string
  readonly field: 'ltv' | 'liquidationThreshold' | 'liquidationBonus'
  readonly ratio: (bps: bigint) => Fixed
}

const rows: readonly Row[] = [
  {
    id: 'lend.emode-ltv',
    field: 'ltv',
    ratio: fromBps,
    formula: 'Pool.getEModeCategoryData(category).ltv / 10,000',
    text: {
      en: {
        title: 'E-mode loan to value',
        what: 'How much may be borrowed against the asset by an account in its e-mode category.',
      },
      'zh-Hant': { title: '高效模式貸款成數', what: '使用該高效模式類別的帳戶，以這項資產可借出的比例。' },
    },
  },
  {
    id: 'lend.emode-liquidation-threshold',
    field: 'liquidationThreshold',
    ratio: fromBps,
    formula: 'Pool.getEModeCategoryData(category).liquidationThreshold / 10,000',
    text: {
      en: {
        title: 'E-mode liquidation threshold',
        what: 'The liquidation threshold of the asset for an account in its e-mode category.',
      },
      'zh-Hant': { title: '高效模式清算門檻', what: '使用該高效模式類別的帳戶，這項資產的清算門檻。' },
    },
  },
  {
    id: 'lend.emode-liquidation-bonus',
    field: 'liquidationBonus',
    ratio: premiumOf,
    formula: 'Pool.getEModeCategoryData(category).liquidationBonus / 10,000 − 1',
    text: {
      en: {
        title: 'E-mode liquidation bonus',
        what: 'The premium a liquidator receives on the asset from an account in its e-mode category.',
      },
      'zh-Hant': { title: '高效模式清算獎勵', what: '清算使用該高效模式類別的帳戶時，清算人就這項資產取得的溢價。' },
    },
  },
]

const noCategory = {
  en: 'Has no value where the asset is in no category.',
  'zh-Hant': '資產不屬於任何類別時沒有數值。',
}

/** What a reserve's e-mode category sets; no value, with the note "none", where it is in none. */
export const emodeTerms = rows.map(({ field, ratio, text, ...row }) =>
  defineMetric({
    ...ofReserve,
    ...row,
    unit: 'ratio',
    notes: { none: 'no-emode' },
    text: withCaveats(text, noCategory),
    reads: reserveReads,
    async read(reader, key) {
      const { label, config } = await reserveOf(reader, key)
      if (config.eModeCategory === 0) return { label, value: null, note: 'none' }
      const category = await reader.read(pool, reader.address('POOL'), 'getEModeCategoryData', [config.eModeCategory])
      return { label, value: ratio(BigInt(category[field])) }
    },
  }),
)
