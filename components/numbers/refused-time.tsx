import { useLocale, useTranslations } from 'next-intl'
import { href, numberPath } from '@/lib/i18n/locales'
import { Sentence } from '../figures/sentence'

/** In place of a number that was asked for as of an earlier time, which this page cannot show. */
export function RefusedTime({ id }: { readonly id: string }) {
  const locale = useLocale()
  const t = useTranslations('numbers.at')
  return (
    <>
      <Sentence>{t('sentence')}</Sentence>
      <p className="prose text-muted">{t('api')}</p>
      <p className="mt-4">
        <a href={href(locale, numberPath(id))} className="link">
          {t('now')}
        </a>
      </p>
    </>
  )
}
