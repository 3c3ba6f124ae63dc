import { useTranslations } from 'next-intl'
import { readChanges } from '@/app/changes'
import { readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Overview } from '@/components/overview/overview'

export default async function OverviewPage() {
  const site = readSite()
  const changes = await readChanges(site.snapshot)
  return <OverviewShell site={site} changes={changes} />
}

type Props = { readonly site: ReturnType<typeof readSite>; readonly changes: Awaited<ReturnType<typeof readChanges>> }

function OverviewShell({ site, changes }: Props) {
  const t = useTranslations('overview')
  return (
    <Shell site={site} path="/" section="overview" title={t('title')} description={t('description')}>
      {site.numbers ? <Overview numbers={site.numbers} changes={changes} /> : <Waiting />}
    </Shell>
  )
}
