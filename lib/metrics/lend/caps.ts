import { type Fixed, fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import type { Answer, ReadMetric } from '../types'
import { bitsOf } from './config-bits'
import { fromReserve, ofReserve, type ReserveRow, reserveReads } from './reserve'

export type Side = 'supply' | 'borrow'

/** 2^36 − 1, the most that a cap's 36 bits hold: the market's way to say that there is no cap any more. */
const removedCap = 2n ** 36n - 1n

export const isRemovedCap = ({ raw }: Fixed): boolean => raw === removedCap

/** Why a cap in whole tokens is none: it was never set, or it was removed. */
export const noCapNote = (cap: Fixed): 'none' | 'no-cap' | undefined =>
  cap.raw === 0n ? 'none' : isRemovedCap(cap) ? 'no-cap' : undefined

const capAnswer = (cap: Fixed): Answer => {
  const note = noCapNote(cap)
  return { value: cap, ...(note === undefined ? {} : { note }) }
}

const rows: Readonly<Record<Side, ReserveRow>> = {
  supply: {
    id: 'lend.supply-cap',
    text: {
      en: {
        title: 'Supply cap',
        what: 'The most that may be supplied, in whole tokens.',
        caveats: [
          '0 and 68,719,476,735 (2^36 − 1) both mean that there is no cap.',
          'Interest counts against the cap, so that supply can grow beyond it.',
        ],
      },
      'zh-Hant': {
        title: '存款上限',
        what: '最多可存入的數量，以整數代幣計。',
        caveats: ['0 與 68,719,476,735（2^36 − 1）都表示沒有上限。', '利息也計入上限，因此存款可能因計息而超過上限。'],
      },
    },
  },
  borrow: {
    id: 'lend.borrow-cap',
    text: {
      en: {
        title: 'Borrow cap',
        what: 'The most that may be borrowed, in whole tokens.',
        caveats: [
          '0 and 68,719,476,735 (2^36 − 1) both mean that there is no cap.',
          'Interest counts against the cap, so that debt can grow beyond it.',
        ],
      },
      'zh-Hant': {
        title: '借款上限',
        what: '最多可借出的數量，以整數代幣計。',
        caveats: ['0 與 68,719,476,735（2^36 − 1）都表示沒有上限。', '利息也計入上限，因此債務可能因計息而超過上限。'],
      },
    },
  },
}

const defineCap = (side: Side): ReadMetric =>
  defineMetric({
    ...ofReserve,
    ...rows[side],
    unit: 'token',
    notes: { none: 'zero-cap' },
    noLimit: ['none', 'no-cap'],
    formula: bitsOf(`${side}Cap`),
    reads: reserveReads,
    read: fromReserve(({ config }) => capAnswer(fixed(config[`${side}Cap`], 0))),
  })

/** Caps of a reserve, in whole tokens as the contract holds them. */
export const caps = { supply: defineCap('supply'), borrow: defineCap('borrow') } as const
