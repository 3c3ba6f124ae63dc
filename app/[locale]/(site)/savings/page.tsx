import { useTranslations } from 'next-intl'
import { type Query, readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Savings, type SavingsProps } from '@/components/savings/savings'

export default async function SavingsPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  return <SavingsShell sort={sort} />
}

function SavingsShell({ sort }: Pick<SavingsProps, 'sort'>) {
  const t = useTranslations('savings')
  const site = readSite()
  return (
    <Shell site={site} path="/savings" section="savings" title={t('title')} description={t('description')}>
      {site.numbers ? <Savings numbers={site.numbers} sort={sort} /> : <Waiting />}
    </Shell>
  )
}
