import { useTranslations } from 'next-intl'
import type { Observation } from '@/lib/numbers/number-index'
import { reasonOf } from './status-text'

/** "Failed", "Absent", "Stale", with the reason on hover; nothing where a number is ok. */
export function StatusWord({ of: num }: { readonly of: Observation }) {
  const t = useTranslations('common')
  if (num.status === 'ok') return null
  return (
    <span title={reasonOf(num, t) ?? undefined} className="ml-2 text-tiny text-warn">
      {t(`status.${num.status}`)}
    </span>
  )
}
