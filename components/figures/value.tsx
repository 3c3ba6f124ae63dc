import { useLocale, useTranslations } from 'next-intl'
import { UNKNOWN } from '@/lib/format/number'
import { href, numberPath } from '@/lib/i18n/locales'
import type { Num } from '@/lib/view/numbers'
import { fullValue, isKnown, shortValue } from '@/lib/view/value'
import { noteOf, reasonOf } from './reason'

export type ValueProps = {
  readonly of: Num
  /** `short`: four digits, for prose and tiles; `full`: all digits of a column, for tables. */
  readonly form?: 'short' | 'full'
  /** Decimals of a full figure or of a per cent; by the unit unless said otherwise. */
  readonly decimals?: number | 'all'
  /** The token's symbol after the amount: yes in the short form, no in the full one unless said otherwise. */
  readonly unit?: boolean
  readonly long?: boolean
  readonly className?: string
}

/** A number: always a link to its proof, and never 0 where it is not known. */
export function Value({ of: num, form = 'short', decimals, unit, long = false, className = '' }: ValueProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  const reason = reasonOf(num, t)
  const note = noteOf(num, t)
  const text = textOf()
  const exact = isKnown(num) ? fullValue(num, locale, { decimals: 'all', unit: true }) : null
  const title = [exact, reason, num.note === 'unlimited' ? null : note].filter((part) => part !== null).join(' · ')
  return (
    <>
      <a
        href={href(locale, numberPath(num.id))}
        data-number={num.id}
        title={title || undefined}
        className={`num ${className}`}
      >
        {text}
        {reason && !isKnown(num) ? <span className="sr-only"> ({reason})</span> : null}
      </a>
      {num.status === 'stale' ? <StaleMark reason={reason ?? t('status.stale')} /> : null}
    </>
  )

  function textOf(): string {
    if (!isKnown(num)) return num.status === 'ok' && note ? note : UNKNOWN
    if (num.unit === 'flag') return t(num.value.raw === 0n ? 'no' : 'yes')
    if (form === 'full')
      return fullValue(num, locale, { ...(decimals === undefined ? {} : { decimals }), unit: unit ?? false })
    return shortValue(num, locale, { unit: unit ?? true, long, ...(typeof decimals === 'number' ? { decimals } : {}) })
  }
}

/** A hollow dot: an older value stands, and why. */
export function StaleMark({ reason }: { readonly reason: string }) {
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
