import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import type { Class } from '@/lib/numbers/number-index'

/** How far a dollar can be proved, as a small outlined word that leads to what it means. */
export function ClassMark({ of }: { readonly of: Class }) {
  const locale = useLocale()
  const t = useTranslations('common')
  return (
    <a
      href={href(locale, `/method#class-${of}`)}
      title={t(`class-what.${of}`)}
      className="inline-block rounded-xs border border-rule px-1 text-tiny whitespace-nowrap text-muted hover:border-edge hover:text-ink"
    >
      {t(`class.${of}`)}
    </a>
  )
}
