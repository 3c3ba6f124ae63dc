import { locale as rootLocale } from 'next/root-params'
import { useTranslations } from 'next-intl'
import { readFigure } from '@/app/chart-figure'
import { readSite } from '@/app/site'
import { ChartIndex } from '@/components/charts/index-list'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { charts } from '@/lib/charts/catalogue'
import { isLocale } from '@/lib/i18n/locales'

export default async function ChartsPage() {
  const asked = await rootLocale()
  const language = isLocale(asked) ? asked : 'en'
  const figures = await Promise.all(charts.map((chart) => readFigure(chart, language)))
  return <ChartsShell figures={figures.flatMap((figure) => figure ?? [])} away={charts.filter((_, i) => !figures[i])} />
}

function ChartsShell({ figures, away }: React.ComponentProps<typeof ChartIndex>) {
  const t = useTranslations('charts')
  const site = readSite()
  return (
    <Shell
      site={site}
      path="/charts"
      section="charts"
      title={t('title')}
      description={t('description')}
      unavailable={away.length > 0}
    >
      {site.numbers ? <ChartIndex figures={figures} away={away} /> : <Waiting />}
    </Shell>
  )
}
