import { useLocale } from 'next-intl'
import { formatFull } from '@/lib/format/number'
import { fixed, toDecimalString } from '@/lib/math/fixed'

type MillionsProps = {
  /** Wei of SPK. */
  readonly of: bigint
}

/** A constant of the plan in millions of SPK, with every digit it has and at least two decimals. */
export function Millions({ of }: MillionsProps) {
  const locale = useLocale()
  return formatFull(toDecimalString(fixed(of, 24)), locale, { minDecimals: 2 })
}
