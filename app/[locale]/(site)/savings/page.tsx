import { locale as rootLocale } from 'next/root-params'
import { useTranslations } from 'next-intl'
import { readFigure } from '@/app/chart-figure'
import { type Query, readSite } from '@/app/site'
import { ChartBlock } from '@/components/charts/block'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Savings, type SavingsProps } from '@/components/savings/savings'
import { rates } from '@/lib/charts/catalogue/rates'
import { isLocale } from '@/lib/i18n/locales'

export default async function SavingsPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  const asked = await rootLocale()
  const figure = await readFigure(rates, isLocale(asked) ? asked : 'en')
  return <SavingsShell sort={sort} chart={<ChartBlock chart={rates} figure={figure} />} />
}

function SavingsShell({ sort, chart }: Omit<SavingsProps, 'numbers'>) {
  const t = useTranslations('savings')
  const site = readSite()
  return (
    <Shell site={site} path="/savings" section="savings" title={t('title')} description={t('description')}>
      {site.numbers ? <Savings numbers={site.numbers} sort={sort} chart={chart} /> : <Waiting />}
    </Shell>
  )
}
