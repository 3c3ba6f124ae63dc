import { useTranslations } from 'next-intl'
import { readSite } from '@/app/site'
import { NotFound } from '@/components/layout/not-found'
import { Shell } from '@/components/layout/shell'

export default function NotFoundPage() {
  const t = useTranslations('errors.not-found')
  return (
    <Shell site={readSite()} path="/" section={null} title={t('title')} unlisted>
      <NotFound />
    </Shell>
  )
}
