import { useTranslations } from 'next-intl'
import { type Query, readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Rwa, type RwaProps } from '@/components/rwa/rwa'

export default async function RwaPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  return <RwaShell sort={sort} />
}

function RwaShell({ sort }: Pick<RwaProps, 'sort'>) {
  const t = useTranslations('rwa')
  const site = readSite()
  return (
    <Shell site={site} path="/rwa" section="rwa" title={t('title')} description={t('description')}>
      {site.numbers ? <Rwa numbers={site.numbers} network={site.network} sort={sort} /> : <Waiting />}
    </Shell>
  )
}
