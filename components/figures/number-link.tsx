import { useLocale } from 'next-intl'
import { href, numberPath } from '@/lib/i18n/locales'
import { isHeld, type Observation } from '@/lib/numbers/number-index'

type NumberLinkProps = {
  readonly of: Observation
  readonly title?: string | undefined
  readonly className?: string
  readonly children: React.ReactNode
}

/** A figure, or words in place of one such as "no cap", that lead to the number's proof where there is such a number. */
export function NumberLink({ of: num, title, className = '', children }: NumberLinkProps) {
  const locale = useLocale()
  if (!isHeld(num))
    return (
      <span title={title} className={`text-muted ${className}`}>
        {children}
      </span>
    )
  return (
    <a href={href(locale, numberPath(num.id))} data-number={num.id} title={title} className={`num ${className}`}>
      {children}
    </a>
  )
}
