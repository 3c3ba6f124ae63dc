import { useLocale, useTranslations } from 'next-intl'
import type { Figure } from '@/lib/charts/answer/chart-figure'
import type { SizeName } from '@/lib/charts/layout/sizes'
import { chartHref } from '@/lib/charts/query/links'
import { withoutSeries } from '@/lib/charts/query/series-views'
import { renderSvg } from '@/lib/charts/render/svg'
import { renderLabelLinks } from '@/lib/charts/render/svg/label-links'
import { StaticHtml } from '../ui/static-html-server'

/** Which window sees which size. The phone's comes first: those on the slowest lines wait for no picture but theirs. */
const seen: Readonly<Record<SizeName, string>> = {
  phone: 'sm:hidden',
  column: 'max-sm:hidden lg:hidden',
  page: 'max-lg:hidden',
}

const names = Object.keys(seen).filter((name): name is SizeName => Object.hasOwn(seen, name))

type StaticChartProps = Pick<Figure, 'layouts' | 'chart' | 'view' | 'state'> & { readonly navigated: boolean }

/**
 * The server's SVG for each width of window; the style sheet shows the one that fits. Over it, also while the interactive chart
 * stands there, plain links that take a series out by its label.
 */
export function StaticChart({ layouts, chart, view, state, navigated }: StaticChartProps) {
  const locale = useLocale()
  const t = useTranslations('charts.series')
  const choices = state.series.map(({ spec }) => ({ spec, shown: true }))
  const hrefOf = (keys: readonly string[]): string | null => {
    const next = withoutSeries(view, choices, keys)
    return next && chartHref(locale, chart, next)
  }
  const say = (name: string): string => t('hide-named', { name })
  return names.map((name) => (
    <StaticHtml
      key={name}
      as="div"
      data-frame={name}
      className={`${seen[name]} chart-frame [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
      navigated={navigated}
      html={
        renderSvg(layouts[name], { theme: 'auto', fontMode: 'web', id: `${layouts[name].slug}-${name}` }) +
        renderLabelLinks(layouts[name], { hrefOf, say })
      }
    />
  ))
}
