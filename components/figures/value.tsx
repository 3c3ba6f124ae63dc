import { useLocale, useTranslations } from 'next-intl'
import type { Observation } from '@/lib/numbers/number-index'
import { fullValue, isKnown } from '@/lib/numbers/value'
import { NumberLink } from './number-link'
import { noteOf, reasonOf } from './status-text'
import { type ValueForm, valueText } from './value-text'

export type ValueProps = ValueForm & { readonly of: Observation; readonly className?: string }

/** A number: a link to its proof, and never 0 where it is not known. */
export function Value({ of: num, className = '', ...form }: ValueProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  const reason = reasonOf(num, t)
  const note = num.note === 'unlimited' ? null : noteOf(num, t)
  const exact = isKnown(num) && num.unit !== 'flag' ? fullValue(num, locale, { decimals: 'all', unit: true }) : null
  const title = [exact, reason, note].filter((part) => part !== null).join(' · ')
  return (
    <>
      <NumberLink of={num} title={title || undefined} className={className}>
        {valueText(num, locale, t, form)}
        {reason && !isKnown(num) ? <span className="sr-only"> ({reason})</span> : null}
      </NumberLink>
      {num.status === 'stale' ? <StaleMark reason={reason ?? t('status.stale')} /> : null}
    </>
  )
}

/** A hollow dot: an older value stands, and why. */
function StaleMark({ reason }: { readonly reason: string }) {
  const t = useTranslations('common')
  return (
    <span title={reason} className="ml-1 inline-block align-middle">
      <svg viewBox="0 0 10 10" className="size-2" aria-hidden="true">
        <circle cx="5" cy="5" r="4" className="fill-none stroke-warn" strokeWidth="2" />
      </svg>
      <span className="sr-only">
        {t('status.stale')}: {reason}
      </span>
    </span>
  )
}
