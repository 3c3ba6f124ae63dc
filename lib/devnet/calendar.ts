import { DAY } from '../format/time'

/** Days since the network's first, 2025-06-01, each with a block at its first second, UTC. */
export type Day = number

const first = Date.UTC(2025, 5, 1) / 1000

export const midnight = (day: Day): number => first + day * DAY

/** The last day that began at or before this time (unix seconds). */
export const dayAt = (timestamp: number): Day => Math.floor((timestamp - first) / DAY)

/** The first midnight at or after a date's beginning. */
const day = (date: `${number}-${number}-${number}`): Day => dayAt(Date.parse(`${date}T00:00:00Z`) / 1000)

/** From here on balances are those of the articles; before, they move towards them. */
export const targetDay: Day = day('2026-07-01')

export const events = {
  ssr475: day('2025-08-20'),
  pyusdReserve: day('2025-08-08'),
  vaultsV2: day('2025-10-03'),
  ssr425: day('2025-11-11'),
  spPyusd: day('2025-12-12'),
  farmYank: day('2026-01-16'),
  gnosisFrozen: day('2026-01-30'),
  teamVest: day('2026-02-13'),
  ssr375: day('2026-04-18'),
  wethStrategy: day('2026-04-24'),
  arbitrumSpUsdt: day('2026-07-03'),
} as const
