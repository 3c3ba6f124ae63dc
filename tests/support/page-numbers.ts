import { type ChainSlug, chainSlugs } from '@/lib/chains'
import { metrics } from '@/lib/metrics'
import { deriveAll } from '@/lib/metrics/derive'
import type { Observation } from '@/lib/metrics/types'
import { type NumberIndex, numbersOf } from '@/lib/numbers/number-index'
import { fixtureSnapshot, num } from './fixture-snapshot'

/** An index of these numbers, as if they had been read, and of all that the registry derives from them. */
export const indexOf = (read: readonly Observation[]): NumberIndex => {
  const report = (error: unknown) => {
    throw error
  }
  const all = [...read, ...deriveAll(metrics, read, chainSlugs, report)]
  return numbersOf({ ...fixtureSnapshot, numbers: [...new Map(all.map((each) => [each.id, each])).values()] })
}

/** What is read of a reserve: values by metric; null for what could not be read. */
export type ReserveReads = Readonly<Record<string, string | null>>

const usual: ReserveReads = {
  active: '1',
  frozen: '0',
  paused: '0',
  'borrowing-enabled': '1',
  'flash-loan-enabled': '1',
  'borrowable-in-isolation': '0',
  'siloed-borrowing': '0',
  supplied: '1000.00',
  borrowed: '800.00',
  available: '200.00',
  'sky-supplied': '0.00',
  'accrued-to-treasury': '0.00',
  price: '1.00000000',
  'supply-apr': '0.040000000000000000000000000',
  'supply-apy': '0.040810774192388226000000000',
  'borrow-apr': '0.050000000000000000000000000',
  'borrow-apy': '0.051271096376024040000000000',
  'optimal-utilization': '0.900000000000000000000000000',
  'base-rate': '0.010000000000000000000000000',
  'slope-1': '0.040000000000000000000000000',
  'slope-2': '0.500000000000000000000000000',
  'reserve-factor': '0.1000',
  ltv: '0.7500',
  'liquidation-threshold': '0.8000',
  'liquidation-bonus': '0.0500',
  'liquidation-protocol-fee': '0.1000',
  'supply-cap': '2000',
  'borrow-cap': '1000',
  'debt-ceiling-usd': '0.00',
  'isolation-debt-usd': '0.00',
  emode: '0',
}

/** An address as a number holds it. */
export const addressValue = (hex: `0x${string}`): string => BigInt(hex).toString()

/** The numbers read of one reserve; whatever is not said is a plain open one. */
export const reserve = (chain: ChainSlug, key: string, reads: ReserveReads = {}, label = key): readonly Observation[] =>
  Object.entries({ ...usual, ...reads }).map(([name, value]) => {
    const noPrice = { status: 'absent', code: 'no-price', reason: 'No price exists: no contract gives one.' } as const
    const isNoPrice = name === 'price' && value === null
    return num(`lend.${name}`, chain, key, value, { label, ...(isNoPrice ? noPrice : {}) })
  })
