import { useLocale, useTranslations } from 'next-intl'
import { chainName } from '@/lib/numbers/name'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { Value } from '../figures/value'
import { keyLabel } from './number-label'

const most = 60

/** The same metric for other keys and on other chains. */
export function SameMetric({ numbers, num }: { readonly numbers: NumberIndex; readonly num: Observation }) {
  const t = useTranslations('numbers')
  const locale = useLocale()
  const common = useTranslations('common')
  const others = numbers.of(num.metric).filter(({ id }) => id !== num.id)
  if (others.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="text-title font-semibold">{t('others')}</h2>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-8 text-small">
        {others.slice(0, most).map((other) => (
          <li key={other.id} className="flex items-baseline justify-between gap-x-3 border-b border-rule py-1.5">
            <span className="min-w-0 break-words">
              {keyLabel(other, locale)}{' '}
              <span className="text-muted">{chainName(other.chain) ?? common('all-chains')}</span>
            </span>
            <Value of={other} unit={false} />
          </li>
        ))}
      </ul>
    </section>
  )
}
