import type { Fixed } from '../math/fixed'
import type { Unit } from './types'

/** The last second of the year 9999: what lies beyond is no date, here or in any other program. */
const lastTime = 253_402_300_799n

const limits: Readonly<Partial<Record<Unit, bigint>>> = { time: lastTime, flag: 1n, address: 2n ** 160n - 1n }

/** Whether a value can be what its unit says: a date, a flag, an address. Amounts have no limit. */
export const isPossible = (unit: Unit, { raw, decimals }: Fixed): boolean => {
  const limit = limits[unit]
  return limit === undefined || (decimals === 0 && raw >= 0n && raw <= limit)
}
