import { useLocale } from 'next-intl'
import { href, numberPath } from '@/lib/i18n/locales'
import type { Observation } from '@/lib/numbers/number-index'

type NumberLinkProps = { readonly of: Observation; readonly title?: string; readonly children: React.ReactNode }

/** Words in place of a figure, such as "no cap", that lead to the number's proof all the same. */
export function NumberLink({ of: num, title, children }: NumberLinkProps) {
  const locale = useLocale()
  return (
    <a href={href(locale, numberPath(num.id))} data-number={num.id} title={title} className="num">
      {children}
    </a>
  )
}
