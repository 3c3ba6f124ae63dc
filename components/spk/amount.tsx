import { useLocale } from 'next-intl'
import { formatFull } from '@/lib/format/number'
import { fixed, toDecimalString } from '@/lib/math/fixed'

type MillionsProps = {
  /** Wei of SPK. */
  readonly of: bigint
  /** At least so many decimals, so that a column's points line up; 2 unless said otherwise. */
  readonly decimals?: number
}

/** A constant of the plan in millions of SPK, with every digit it has. */
export function Millions({ of, decimals = 2 }: MillionsProps) {
  const locale = useLocale()
  return formatFull(toDecimalString(fixed(of, 24)), locale, { minDecimals: decimals })
}
