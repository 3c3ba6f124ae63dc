import { useTranslations } from 'next-intl'
import { readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Method } from '@/components/method/method'

export default function MethodPage() {
  const t = useTranslations('method')
  const site = readSite()
  return (
    <Shell site={site} path="/method" section="method" title={t('title')} description={t('description')}>
      <Method numbers={site.numbers} />
    </Shell>
  )
}
