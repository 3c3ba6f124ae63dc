import { escapeXml } from '../../../format/escape-xml'
import type { ChartTranslator } from '../../../i18n/translator'
import type { Chart } from '../../define/define-chart'
import { embedHref } from '../../query/links'
import type { View } from '../../query/view'

/** Range, scale and mode as links within the embed. */
export const embedControls = (chart: Chart, view: View, t: ChartTranslator): string => {
  const { locale } = view
  const linear =
    chart.symbol ?? t(`scales.${chart.unit === 'usd' ? 'usd' : chart.unit === 'ratio' ? 'ratio' : 'amount'}`)
  const group = (label: string, links: readonly (readonly [name: string, to: View, on: boolean])[]): string =>
    links.length < 2
      ? ''
      : `<span role="group" aria-label="${escapeXml(label)}">${links
          .map(
            ([name, to, on]) =>
              `<a href="${escapeXml(embedHref(chart, to))}" rel="nofollow"${on ? ' aria-current="true"' : ''}>${escapeXml(name)}</a>`,
          )
          .join('')}</span>`
  return `<nav aria-label="${escapeXml(t('tools'))}">${[
    group(
      t('mode'),
      chart.view.modes.map((mode) => [
        chart.text[locale].modes[mode] ?? mode,
        { ...view, mode, hide: [], add: [] },
        mode === view.mode,
      ]),
    ),
    group(
      t('range'),
      chart.view.ranges.map((range) => [t(`ranges.${range}`), { ...view, range }, range === view.range]),
    ),
    group(
      t('scale'),
      chart.view.scales.map((scale) => [
        scale === 'linear' ? linear : t(`scales.${scale}`),
        { ...view, scale },
        scale === view.scale,
      ]),
    ),
  ].join('')}</nav>`
}
