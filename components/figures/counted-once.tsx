import { useTranslations } from 'next-intl'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Value } from './value'

/** Figures of a product's own page that are larger than its line of the total, for other lines count some of the same dollars. */
const wholes = {
  LEND: 'lend.supplied-usd',
  LIQUIDITY: 'liquidity.part-usd',
} as const

type CountedOnceProps = {
  readonly numbers: NumberIndex
  /** The page whose headline it stands under; `all` under that of the total. */
  readonly page: keyof typeof wholes | 'all'
}

/** Under a headline: what of it the total counts and why not all, with both numbers. */
export function CountedOnce({ numbers, page }: CountedOnceProps) {
  const t = useTranslations('common.counted-once')
  const line = (key: keyof typeof wholes) => () => <Value of={numbers.get('tvl.line-usd', 'all', key)} />
  const whole = (key: keyof typeof wholes) => () => <Value of={numbers.get(wholes[key], 'all', 'TOTAL')} />
  return (
    <p className="-mt-3 mb-5 max-w-[60em] text-small text-muted">
      {page === 'all'
        ? t.rich('all', {
            lend: line('LEND'),
            supplied: whole('LEND'),
            liquidity: line('LIQUIDITY'),
            held: whole('LIQUIDITY'),
          })
        : t.rich(page, { line: line(page), whole: whole(page) })}
    </p>
  )
}
