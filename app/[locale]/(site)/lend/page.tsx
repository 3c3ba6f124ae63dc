import { locale as rootLocale } from 'next/root-params'
import { useTranslations } from 'next-intl'
import { readFigure } from '@/app/chart-figure'
import { type Query, readSite } from '@/app/site'
import { ChartBlock } from '@/components/charts/block'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Lend, type LendProps } from '@/components/lend/lend'
import { rates } from '@/lib/charts/catalogue/rates'
import { isLocale } from '@/lib/i18n/locales'

export default async function LendPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  const asked = await rootLocale()
  const figure = await readFigure(rates, isLocale(asked) ? asked : 'en', { mode: 'supply' })
  return <LendShell sort={sort} chart={<ChartBlock chart={rates} figure={figure} />} />
}

function LendShell({ sort, chart }: Omit<LendProps, 'numbers'>) {
  const t = useTranslations('lend')
  const site = readSite()
  return (
    <Shell site={site} path="/lend" section="lend" title={t('title')} description={t('description')}>
      {site.numbers ? <Lend numbers={site.numbers} sort={sort} chart={chart} /> : <Waiting />}
    </Shell>
  )
}
