import { chiNow } from '../math/compounding'
import { type Day, events, midnight } from './calendar'

/** Rates of the Sky savings tokens, per second in ray, as sky-ecosystem/spells-mainnet and SparkLend's curves give them. */
const ssrHistory: readonly { readonly day: Day; readonly ssr: bigint }[] = [
  { day: -1000, ssr: 1_000000001395766281313196627n }, // 4.50 %
  { day: events.ssr475, ssr: 1_000000001471536429740616381n },
  { day: events.ssr425, ssr: 1_000000001319814647332759691n },
  { day: events.ssr375, ssr: 1_000000001167363430498603315n },
]

/** The rate that holds from this day's block on. */
export const ssrAt = (day: Day): bigint => ssrHistory.findLast((entry) => entry.day <= day)?.ssr ?? 10n ** 27n
export const ssrChangesOn = (day: Day): boolean => ssrHistory.some((entry) => entry.day === day)

/** sUSDS stood at 1.05287453 on 2025-05-26 (SparkLend's oracle in the spell of 2025-05-29). */
const reading = { chi: 1_052_874_530_000000000000000000n, at: 1_748_217_600 }

/** sUSDS's index at a day's midnight. */
export const ssrChiAt = (day: Day): bigint => {
  const known = ssrHistory.filter((entry) => entry.day > 0 && entry.day <= day)
  let { chi, at } = reading
  let { ssr } = ssrHistory[0] ?? { ssr: 10n ** 27n }
  for (const entry of [...known, { day, ssr: ssrAt(day) }]) {
    chi = chiNow(ssr, chi, BigInt(at), BigInt(midnight(entry.day)))
    at = midnight(entry.day)
    ssr = entry.ssr
  }
  return chi
}

/** The DSR's last rate set by a spell, 2025-03-20: 3.50 %. */
export const dsr = 1_000000001090862085746321732n
/** sDAI stood at 1.125599 on 2024-12-14; the rates since then lead here by 2025-06-01. */
export const dsrChiAt = (day: Day): bigint =>
  chiNow(dsr, 1_159_300_000_000000000000000000n, BigInt(midnight(0)), BigInt(midnight(day)))
