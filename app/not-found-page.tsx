import { useTranslations } from 'next-intl'
import { NotFound } from '@/components/layout/not-found'
import { Shell } from '@/components/layout/shell'
import { readSite } from './site'

export function NotFoundPage() {
  const t = useTranslations('errors.not-found')
  return (
    <Shell site={readSite()} path="/" section={null} title={t('title')} missing>
      <NotFound />
    </Shell>
  )
}
