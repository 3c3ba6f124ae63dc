import { add, divide, type Fixed, fixed, isZero, rescale, subtract } from '../../math/fixed'
import { from } from '../arithmetic'
import { type ByLanguage, defineDerived, withCaveats } from '../define'
import type { Derived, DerivedMetric, Metric, Unit } from '../types'
import { noCapNote, type Side } from './caps'
import { eachReserve, type ReserveNumber } from './each-reserve'
import { derivedOfReserve, type ReserveRow } from './reserve'

/** What the pool holds against each cap: depositors' and the treasury's claims, or the debt. */
const amounts = {
  supply: ['lend.supplied', 'lend.accrued-to-treasury'],
  borrow: ['lend.borrowed'],
} as const

type Measure = {
  readonly unit: Unit
  readonly compute: (cap: Fixed, used: Fixed) => Fixed
  readonly formula: (cap: string, used: string) => string | ByLanguage
  readonly caveat: ByLanguage
} & Pick<Metric, 'notes'>

/** Share of a cap in use, to 27 decimals. */
const usage: Measure = {
  unit: 'ratio',
  notes: { none: 'zero-cap' },
  compute: (cap, used) => divide(used, cap, 27),
  formula: (cap, used) => `${used.includes('+') ? `(${used})` : used} / ${cap}`,
  caveat: {
    en: 'Can exceed 1: interest counts, and a cap may be set below what is in use.',
    'zh-Hant': '可能超過 1：利息也計入，且上限可設得低於目前用量。',
  },
}

/** What is left of a cap, in the asset's decimals, at least 0. */
const headroom: Measure = {
  unit: 'token',
  compute(cap, used) {
    const left = subtract(cap, used)
    return left.raw < 0n || isZero(left) ? fixed(0n, used.decimals) : rescale(left, used.decimals)
  },
  formula: (cap, used) => ({ en: `${cap} − (${used}), at least 0`, 'zh-Hant': `${cap} − (${used})，最低為 0` }),
  caveat: {
    en: 'Says nothing of a freeze or a pause, nor, for borrowing, of the cash that is there.',
    'zh-Hant': '不反映凍結或暫停；就借款而言，也不反映現金是否足夠。',
  },
}

const noCap = { en: 'Absent where there is no cap.', 'zh-Hant': '沒有上限時從缺。' }

type Row = ReserveRow & { readonly measure: Measure }

const rows: Readonly<Record<Side, readonly Row[]>> = {
  supply: [
    {
      id: 'lend.supply-cap-usage',
      measure: usage,
      text: {
        en: { title: 'Supply cap in use', what: 'How much of the supply cap is taken.' },
        'zh-Hant': { title: '存款上限已用比例', what: '存款上限已使用的比例。' },
      },
    },
    {
      id: 'lend.supply-headroom',
      measure: headroom,
      text: {
        en: { title: 'Supply headroom', what: 'How much more may be supplied before the cap is reached.' },
        'zh-Hant': { title: '存款餘裕', what: '達到上限前還可存入的數量。' },
      },
    },
  ],
  borrow: [
    {
      id: 'lend.borrow-cap-usage',
      measure: usage,
      text: {
        en: { title: 'Borrow cap in use', what: 'How much of the borrow cap is taken.' },
        'zh-Hant': { title: '借款上限已用比例', what: '借款上限已使用的比例。' },
      },
    },
    {
      id: 'lend.borrow-headroom',
      measure: headroom,
      text: {
        en: { title: 'Borrow headroom', what: 'How much more may be borrowed before the cap is reached.' },
        'zh-Hant': { title: '借款餘裕', what: '達到上限前還可借款的數量。' },
      },
    },
  ],
}

/** Absent where there is no cap. */
const againstCap = (key: string, get: ReserveNumber, side: Side, compute: Measure['compute']): Derived => {
  const cap = get(`lend.${side}-cap`)
  const note = cap?.value ? noCapNote(cap.value) : undefined
  if (cap !== undefined && note !== undefined) {
    const label = cap.label === undefined ? {} : { label: cap.label }
    const reason = `There is no ${side} cap.`
    return { key, ...label, status: 'absent', value: null, reason, note, inputs: [cap.id] }
  }
  return from(key, [cap, ...amounts[side].map(get)], (limit, ...parts) =>
    limit === undefined ? null : compute(limit, parts.reduce(add, fixed(0n, 0))),
  )
}

/** How much of a cap is taken, and how much is left. */
export const capUse = (side: Side): readonly DerivedMetric[] =>
  rows[side].map(({ id, text, measure: { compute, formula, caveat, ...measure } }) =>
    defineDerived({
      ...derivedOfReserve,
      ...measure,
      id,
      formula: formula(`lend.${side}-cap`, amounts[side].join(' + ')),
      text: withCaveats(text, caveat, noCap),
      compute: (numbers, scope) => eachReserve(numbers, scope, (key, get) => againstCap(key, get, side, compute)),
    }),
  )
