import { fixed, toDecimalString } from '@/lib/math/fixed'
import { Aligned } from '../figures/aligned'

type MillionsProps = {
  /** Wei of SPK. */
  readonly of: bigint
  /** The most decimals that a figure of the column has. */
  readonly decimals?: number
}

/** A constant of the plan in millions of SPK, with every digit it has. */
export function Millions({ of, decimals = 0 }: MillionsProps) {
  return <Aligned of={toDecimalString(fixed(of, 24))} decimals={decimals} />
}
