import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import type { TermName } from '@/lib/i18n/terms'

/** A word of the trade: dashed, its meaning on hover, its entry in the glossary behind it. */
export function Term({ of, children }: { readonly of: TermName; readonly children?: React.ReactNode }) {
  const locale = useLocale()
  const t = useTranslations('glossary')
  return (
    <a
      href={href(locale, `/method#term-${of}`)}
      title={t(`terms.${of}.meaning`)}
      className="underline decoration-edge decoration-dashed decoration-1 underline-offset-4"
    >
      {children ?? t(`terms.${of}.word`)}
    </a>
  )
}
