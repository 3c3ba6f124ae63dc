import { useLocale, useTranslations } from 'next-intl'
import { href, numberPath } from '@/lib/i18n/locales'
import type { Observation } from '@/lib/numbers/number-index'
import { omittedWords } from './omitted-words'
import { noteOf, reasonOf } from './status-text'

/** What must be said beside a number: why it is old or unknown, which part of it is missing. Nothing where all is well. */
export function Notes({ of: num, className = '' }: { readonly of: Observation; readonly className?: string }) {
  const locale = useLocale()
  const t = useTranslations('common')
  const reason = reasonOf(num, t)
  const note = num.value === null ? null : noteOf(num, t)
  if (!reason && !note && !num.parts && !num.omitted?.length) return null
  return (
    <span className={`block text-small text-muted ${className}`}>
      {reason ? (
        <span className="block text-warn">
          {t(`status.${num.status}`)}: {reason}
        </span>
      ) : null}
      {note ? <span className="block">{note}</span> : null}
      {num.parts ? <span className="block text-warn">{t('parts', num.parts)}</span> : null}
      {num.omitted?.length ? (
        <a href={href(locale, `${numberPath(num.id)}#omitted`)} className="link block leading-6">
          {omittedWords(num.omitted, t)}
        </a>
      ) : null}
    </span>
  )
}
