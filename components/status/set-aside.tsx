import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/format/date'
import { UNKNOWN } from '@/lib/format/number'
import type { StatusFacts } from './facts'

/** What the store keeps and does not serve, each by its name. */
export function SetAside({ setAside }: Pick<StatusFacts, 'setAside'>) {
  const locale = useLocale()
  const t = useTranslations('status.collector')
  if (setAside === null) return UNKNOWN
  const { damaged, ahead } = setAside
  if (damaged.length + ahead.length === 0) return t('nothing')
  return (
    <ul className="wrap-anywhere">
      {damaged.map(({ kind, name, found }) => (
        <li key={`${kind} ${name}`}>
          {t(`damaged-${kind}`, { time: formatDateTime(found, locale) })} <code className="font-mono">{name}</code>
        </li>
      ))}
      {ahead.map((id) => (
        <li key={id}>
          {t('ahead')} <code className="font-mono">{id}</code>
        </li>
      ))}
    </ul>
  )
}
