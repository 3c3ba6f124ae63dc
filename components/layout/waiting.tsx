import { useTranslations } from 'next-intl'
import { Sentence } from '../figures/sentence'

/** In place of a page's numbers while there is no snapshot yet. */
export function Waiting() {
  const t = useTranslations('common')
  return (
    <>
      <Sentence>{t('waiting.title')}</Sentence>
      <p className="prose text-muted">{t('waiting.what')}</p>
    </>
  )
}
