import { useLocale } from 'next-intl'
import { formatFull } from '@/lib/format/number'

/** Room for digits that a figure does not have; with none at all, for the point as well. */
const rooms = ['', 'pr-[1ch]', 'pr-[2ch]', 'pr-[3ch]', 'pr-[4ch]'] as const
const withoutPoint = ['', 'pr-[1.5ch]', 'pr-[2.5ch]', 'pr-[3.5ch]', 'pr-[4.5ch]'] as const

type AlignedProps = {
  /** An exact decimal. */
  readonly of: string
  /** The most decimals that a figure of the column has, up to 4. */
  readonly decimals: number
}

/** Every digit of an exact figure and no zero more: the points of a column line up by room, not by zeros. */
export function Aligned({ of, decimals }: AlignedProps) {
  const locale = useLocale()
  const text = formatFull(of, locale)
  const has = text.split('.')[1]?.length ?? 0
  const room = (has === 0 ? withoutPoint : rooms)[Math.max(decimals - has, 0)]
  return <span className={room || undefined}>{text}</span>
}
