import { add, divide, type Fixed, fixed, isZero, rescale, subtract } from '../../math/fixed'
import { from } from '../arithmetic'
import type { Derived } from '../types'
import type { ReserveNumber } from './each-reserve'
import { capNote } from './market'

type Side = 'supply' | 'borrow'

/** What the pool holds against each cap: depositors' and the treasury's claims, or the debt. */
const amounts = {
  supply: ['lend.supplied', 'lend.accrued-to-treasury'],
  borrow: ['lend.borrowed'],
} as const

const againstCap = (
  key: string,
  get: ReserveNumber,
  side: Side,
  compute: (cap: Fixed, used: Fixed) => Fixed,
): Derived => {
  const cap = get(`lend.${side}-cap`)
  const note = cap?.value ? capNote(cap.value.raw) : undefined
  if (cap !== undefined && note !== undefined) {
    const label = cap.label === undefined ? {} : { label: cap.label }
    return {
      key,
      ...label,
      status: 'absent',
      value: null,
      reason: `There is no ${side} cap.`,
      note,
      inputs: [cap.id],
    }
  }
  return from(key, [cap, ...amounts[side].map(get)], (limit, ...parts) =>
    limit === undefined ? null : compute(limit, parts.reduce(add, fixed(0n, 0))),
  )
}

/** Share of a cap in use (27 decimals); absent where there is no cap. */
export const capUsage = (key: string, get: ReserveNumber, side: Side): Derived =>
  againstCap(key, get, side, (cap, used) => divide(used, cap, 27))

/** What is left of a cap, in the asset's decimals, at least 0; absent where there is no cap. */
export const capHeadroom = (key: string, get: ReserveNumber, side: Side): Derived =>
  againstCap(key, get, side, (cap, used) => {
    const left = subtract(cap, used)
    return left.raw < 0n || isZero(left) ? fixed(0n, used.decimals) : rescale(left, used.decimals)
  })
