import { useTranslations } from 'next-intl'
import { type Query, readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Spk, type SpkProps } from '@/components/spk/spk'

export default async function SpkPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  return <SpkShell sort={sort} />
}

function SpkShell({ sort }: Pick<SpkProps, 'sort'>) {
  const t = useTranslations('spk')
  const site = readSite()
  return (
    <Shell site={site} path="/spk" section="spk" title={t('title')} description={t('description')}>
      {site.numbers ? <Spk numbers={site.numbers} sort={sort} /> : <Waiting />}
    </Shell>
  )
}
