import type { Observation } from '@/lib/metrics/types'
import { addressValue, indexOf, type ReserveReads, reserve } from './page-numbers'

/** Reserves in every state that a page must show, by key. Their figures are invented. */
const states: Readonly<Record<string, ReserveReads>> = {
  WSTETH: { supplied: '640000.00', borrowed: '512345.60', available: '127654.40', price: '4100.00000000' },
  CBBTC: { supplied: '1000.00', borrowed: '953.00', available: '47.00', price: '98000.00000000' },
  SDAI: { supplied: '0.00', borrowed: '0.00', available: '0.00' },
  RETH: { paused: '1', borrowed: '1000.00', available: '0.00' },
  GNO: { 'slope-1': null, 'supply-apr': null, price: null },
}

const strategy = addressValue('0x0F9149c4d6018A5999AdA5b592E372845cfeC725')

const readOf = (key: string, reads: ReserveReads): readonly Observation[] =>
  reserve('ethereum', key, { 'rate-strategy': strategy, ...reads }).map((each) =>
    each.status === 'failed' ? { ...each, code: 'timeout' } : each,
  )

/** The numbers read of these reserves, and what follows from them alone. */
export const reserveNumbers: readonly Observation[] = Object.entries(states).flatMap(([key, reads]) =>
  indexOf(readOf(key, reads))
    .line('lend')
    .filter((each) => each.chain === 'ethereum' && each.key === key),
)
