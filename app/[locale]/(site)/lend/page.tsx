import { useTranslations } from 'next-intl'
import { type Query, readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Lend, type LendProps } from '@/components/lend/lend'

export default async function LendPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  return <LendShell sort={sort} />
}

function LendShell({ sort }: Pick<LendProps, 'sort'>) {
  const t = useTranslations('lend')
  const site = readSite()
  return (
    <Shell site={site} path="/lend" section="lend" title={t('title')} description={t('description')}>
      {site.numbers ? <Lend numbers={site.numbers} sort={sort} /> : <Waiting />}
    </Shell>
  )
}
