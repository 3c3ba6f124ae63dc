import { useTranslations } from 'next-intl'
import { readSite } from '@/app/site'
import { NotFound } from '@/components/layout/not-found'
import { Shell } from '@/components/layout/shell'

/** Every path that no page claims. Not `notFound()`: Next answers that with an empty body to a reader without script. */
export default function NoSuchPage() {
  const t = useTranslations('errors.not-found')
  return (
    <Shell site={readSite()} path="/" section={null} title={t('title')} missing>
      <NotFound />
    </Shell>
  )
}
