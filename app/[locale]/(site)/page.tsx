import { locale as rootLocale } from 'next/root-params'
import { useTranslations } from 'next-intl'
import { readFigure } from '@/app/chart-figure'
import { readSparks } from '@/lib/charts/load/sparklines'
import { headlines, readChanges } from '@/app/changes'
import { readSite } from '@/app/site'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Overview, type OverviewProps } from '@/components/overview/overview'
import { tvl } from '@/lib/charts/catalogue/tvl'
import { isLocale } from '@/lib/i18n/locales'

export default async function OverviewPage() {
  const site = readSite()
  const asked = await rootLocale()
  const [changes, sparks, figure] = await Promise.all([
    readChanges(site.snapshot),
    readSparks(site.snapshot, headlines),
    readFigure(tvl, isLocale(asked) ? asked : 'en'),
  ])
  return <OverviewShell site={site} changes={changes} sparks={sparks} figure={figure} />
}

type Props = { readonly site: ReturnType<typeof readSite> } & Omit<OverviewProps, 'numbers'>

function OverviewShell({ site, ...rest }: Props) {
  const t = useTranslations('overview')
  return (
    <Shell site={site} path="/" section="overview" title={t('title')} description={t('description')}>
      {site.numbers ? <Overview numbers={site.numbers} {...rest} /> : <Waiting />}
    </Shell>
  )
}
