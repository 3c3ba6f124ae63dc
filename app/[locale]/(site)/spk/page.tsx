import { locale as rootLocale } from 'next/root-params'
import { useTranslations } from 'next-intl'
import { readFigure } from '@/app/chart-figure'
import { type Query, readSite } from '@/app/site'
import { ChartBlock } from '@/components/charts/block'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Spk, type SpkProps } from '@/components/spk/spk'
import { spkVesting } from '@/lib/charts/catalogue/spk-vesting'
import { isLocale } from '@/lib/i18n/locales'

export default async function SpkPage({ searchParams }: { readonly searchParams: Query }) {
  const { sort } = await searchParams
  const asked = await rootLocale()
  const figure = await readFigure(spkVesting, isLocale(asked) ? asked : 'en')
  return <SpkShell sort={sort} chart={<ChartBlock chart={spkVesting} figure={figure} />} />
}

function SpkShell({ sort, chart }: Omit<SpkProps, 'numbers'>) {
  const t = useTranslations('spk')
  const site = readSite()
  return (
    <Shell site={site} path="/spk" section="spk" title={t('title')} description={t('description')}>
      {site.numbers ? <Spk numbers={site.numbers} sort={sort} chart={chart} /> : <Waiting />}
    </Shell>
  )
}
