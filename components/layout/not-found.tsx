import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { sections } from '@/lib/pages'
import { Sentence } from '../figures/sentence'

export function NotFound() {
  const t = useTranslations('errors.not-found')
  return (
    <>
      <Sentence>{t('sentence')}</Sentence>
      <p className="prose text-muted">{t('what')}</p>
      <AllPages />
    </>
  )
}

export function AllPages() {
  const locale = useLocale()
  const t = useTranslations('common.nav')
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {sections.map(({ name, path }) => (
        <li key={name}>
          <a href={href(locale, path)} className="link">
            {t(name)}
          </a>
        </li>
      ))}
    </ul>
  )
}
