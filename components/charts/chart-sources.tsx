import { useTranslations } from 'next-intl'
import type { ChartLayout } from '@/lib/charts/layout/chart-layout'
import { type ChainFreshness, freshnessSummary } from '@/lib/snapshot/freshness'
import { ClassMark } from '../provenance/class-mark'

type ChartSourcesProps = { readonly layout: ChartLayout; readonly chains: readonly ChainFreshness[] | null }

/** As of when, how fresh, by which method, how sure, and from where; `chains` is null where a pin stands still. */
export function ChartSources({ layout, chains }: ChartSourcesProps) {
  const t = useTranslations('charts')
  const common = useTranslations('common')
  const summary = chains && freshnessSummary(chains)
  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1 text-muted">
      <span>{layout.asOf.text}</span>
      {summary ? (
        <span className="inline-flex items-baseline gap-x-1.5" data-until={summary.until ?? undefined}>
          <svg viewBox="0 0 10 10" className="size-2 self-center" aria-hidden="true">
            <circle
              cx="5"
              cy="5"
              r="4"
              strokeWidth="2"
              className={summary.fresh === summary.of ? 'fill-fresh stroke-fresh' : 'fill-none stroke-warn'}
            />
          </svg>
          <span data-late-text={common('freshness.no-more')}>
            {t('fresh', { fresh: summary.fresh, of: summary.of })}
          </span>
        </span>
      ) : null}
      <span>{layout.method}</span>
      {layout.classes.map((each) => (
        <ClassMark key={each} of={each} />
      ))}
      <span className="basis-full">{layout.source}</span>
    </p>
  )
}
