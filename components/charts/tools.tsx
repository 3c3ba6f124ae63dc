import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { chainBySlug } from '@/lib/chains'
import type { Chart } from '@/lib/charts/define/define-chart'
import { chartHref } from '@/lib/charts/query/links'
import type { RangeName, Scale, View } from '@/lib/charts/query/view'

type ToolsProps = { readonly chart: Chart; readonly view: View }

type Choice = { readonly key: string; readonly name: string; readonly view: View; readonly on: boolean }

/** What a visitor may change, as plain links: each leads to the state it names, so that back leads back. */
export function Tools({ chart, view }: ToolsProps) {
  const t = useTranslations('charts')
  const locale = useLocale()
  const linear = chart.unit === 'usd' ? 'usd' : chart.unit === 'ratio' ? 'ratio' : 'amount'
  const scaleName = (scale: Scale) =>
    scale === 'linear' ? (chart.symbol ?? t(`scales.${linear}`)) : t(`scales.${scale}`)
  const { modes, scales, ranges } = chart.view
  return (
    <>
      <Segments
        label={t('mode')}
        chart={chart}
        choices={modes.map((mode) => ({
          key: mode,
          name: chart.text[locale].modes[mode] ?? mode,
          // what is hidden or added belongs to the view it was chosen in
          view: { ...view, mode, hide: [], add: [] },
          on: mode === view.mode,
        }))}
      />
      <Segments
        label={t('range')}
        chart={chart}
        choices={ranges.map((range: RangeName) => ({
          key: range,
          name: t(`ranges.${range}`),
          view: { ...view, range },
          on: range === view.range,
        }))}
      />
      <Segments
        label={t('scale')}
        chart={chart}
        choices={scales.map((scale) => ({
          key: scale,
          name: scaleName(scale),
          view: { ...view, scale },
          on: scale === view.scale,
        }))}
      />
    </>
  )
}

type SegmentsProps = { readonly label: string; readonly chart: Chart; readonly choices: readonly Choice[] }

function Segments({ label, chart, choices }: SegmentsProps) {
  const locale = useLocale()
  if (choices.length < 2) return null
  return (
    <nav aria-label={label}>
      <ul className="flex overflow-hidden rounded border border-rule">
        {choices.map(({ key, name, view, on }) => (
          <li key={key} className="border-l border-rule first:border-0">
            <Link
              href={chartHref(locale, chart, view)}
              prefetch={false}
              scroll={false}
              rel="nofollow"
              aria-current={on ? 'true' : undefined}
              className={`block px-2.5 py-1 whitespace-nowrap ${on ? 'bg-sunk text-ink' : 'text-muted hover:text-ink'}`}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** One chain in, the others as they were; all of them and none of them mean the same. */
const withChain = (view: View, slug: View['chains'][number]): View => ({
  ...view,
  chains: view.chains.includes(slug) ? view.chains.filter((each) => each !== slug) : [...view.chains, slug],
})

/** Each chain a link that takes it in or out of the picture. */
export function ChainFilter({ chart, view }: ToolsProps) {
  const locale = useLocale()
  const t = useTranslations('charts')
  if (chart.view.chains.length === 0) return null
  const entry = (key: string, name: string, next: View, on: boolean) => (
    <li key={key}>
      <Link
        href={chartHref(locale, chart, next)}
        prefetch={false}
        scroll={false}
        rel="nofollow"
        aria-current={on ? 'true' : undefined}
        className={`border-b-2 py-0.5 ${on ? 'border-ember text-ink' : 'border-transparent text-muted hover:text-ink'}`}
      >
        {name}
      </Link>
    </li>
  )
  return (
    <nav aria-label={t('chains')} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-muted">{t('chains')}</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {entry('all', t('all-chains'), { ...view, chains: [] }, view.chains.length === 0)}
        {chart.view.chains.map((slug) =>
          entry(slug, chainBySlug(slug).short, withChain(view, slug), view.chains.includes(slug)),
        )}
      </ul>
    </nav>
  )
}
