import type { Words } from '../format/locale'
import type { LineColour } from './colours'

type Line = {
  readonly name: Words
  readonly colour: LineColour
  /** Where its dollars come from: contract state alone, or partly values that an issuer reports. */
  readonly class: 'onchain' | 'issuer'
}

/** The product lines that the total is made of, each dollar in one of them. */
export const lines = {
  LEND: { name: { en: 'Lend', 'zh-Hant': '借貸' }, colour: 'lend', class: 'onchain' },
  SAVINGS: { name: { en: 'Savings', 'zh-Hant': '儲蓄' }, colour: 'savings', class: 'onchain' },
  LIQUIDITY: { name: { en: 'Liquidity', 'zh-Hant': '流動性層' }, colour: 'liquidity', class: 'issuer' },
  RWA: { name: { en: 'RWA', 'zh-Hant': '代幣化美國公債' }, colour: 'rwa', class: 'issuer' },
} as const satisfies Readonly<Record<string, Line>>

export type LineKey = keyof typeof lines

export const lineKeys: readonly LineKey[] = ['LEND', 'SAVINGS', 'LIQUIDITY', 'RWA']
