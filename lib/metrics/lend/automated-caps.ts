import { chainsWith } from '../../chains'
import { capAutomator } from '../../contracts/cap-automator'
import { fixed } from '../../math/fixed'
import { defineMetric, firstVersion, revised, withCaveats } from '../define'
import { symbolOf } from '../token-symbol'
import { isRemovedCap, type Side } from './caps'
import { assetOf, ofReserve, type ReserveRow, reserveReads } from './reserve'

type Row = ReserveRow & { readonly field: 'max' | 'gap' }

const rows: Readonly<Record<Side, readonly Row[]>> = {
  supply: [
    {
      id: 'lend.supply-cap-max',
      field: 'max',
      text: {
        en: {
          title: 'Supply cap: automatic maximum',
          what: 'How far the supply cap may be raised without a vote, in whole tokens.',
        },
        'zh-Hant': { title: '存款自動上限最大值', what: '不經投票，存款上限最多可調高到的數量，以整數代幣計。' },
      },
    },
    {
      id: 'lend.supply-cap-gap',
      field: 'gap',
      text: {
        en: {
          title: 'Supply cap: automatic gap',
          what: 'By how much the supply cap is kept above what is in use, in whole tokens.',
        },
        'zh-Hant': { title: '存款自動上限間距', what: '自動調整時，存款上限高於目前用量的數量，以整數代幣計。' },
      },
    },
  ],
  borrow: [
    {
      id: 'lend.borrow-cap-max',
      field: 'max',
      text: {
        en: {
          title: 'Borrow cap: automatic maximum',
          what: 'How far the borrow cap may be raised without a vote, in whole tokens.',
        },
        'zh-Hant': { title: '借款自動上限最大值', what: '不經投票，借款上限最多可調高到的數量，以整數代幣計。' },
      },
    },
    {
      id: 'lend.borrow-cap-gap',
      field: 'gap',
      text: {
        en: {
          title: 'Borrow cap: automatic gap',
          what: 'By how much the borrow cap is kept above what is in use, in whole tokens.',
        },
        'zh-Hant': { title: '借款自動上限間距', what: '自動調整時，借款上限高於目前用量的數量，以整數代幣計。' },
      },
    },
  ],
}

const notAutomated = {
  en: 'Has no value where the cap is not automated (a maximum of 0).',
  'zh-Hant': '上限未自動化（最大值為 0）時沒有數值。',
}

const noMaximum = {
  en: 'A maximum of 68,719,476,735 (2^36 − 1) means that there is none.',
  'zh-Hant': '最大值為 68,719,476,735（2^36 − 1）表示沒有最大值。',
}

const maxVersions = revised({
  since: '2026-11-30',
  change: {
    en: 'A maximum of 2^36 − 1 is noted as no cap.',
    'zh-Hant': '最大值為 2^36 − 1 時註明為無上限。',
  },
})

/** Settings of the CapAutomator, in whole tokens; no value, with the note "none", where the cap is not automated. */
export const automatedCaps = (side: Side) =>
  rows[side].map(({ field, text, ...row }) =>
    defineMetric({
      ...ofReserve,
      ...row,
      versions: field === 'max' ? maxVersions : firstVersion,
      chains: chainsWith('CAP_AUTOMATOR'),
      unit: 'token',
      notes: { none: 'not-automatic' },
      noLimit: ['no-cap'],
      text: field === 'max' ? withCaveats(text, notAutomated, noMaximum) : withCaveats(text, notAutomated),
      formula: `CapAutomator.${side}CapConfigs(asset).${field}`,
      reads: [...reserveReads, capAutomator],
      async read(reader, key) {
        const asset = await assetOf(reader, key)
        const [[max, gap], label] = await Promise.all([
          reader.read(capAutomator, reader.address('CAP_AUTOMATOR'), `${side}CapConfigs`, [asset]),
          symbolOf(reader, asset, key),
        ])
        if (max === 0) return { label, value: null, note: 'none' }
        const value = fixed(BigInt(field === 'max' ? max : gap), 0)
        return field === 'max' && isRemovedCap(value) ? { label, value, note: 'no-cap' } : { label, value }
      },
    }),
  )
