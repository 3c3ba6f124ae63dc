import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/charts/define/define-chart'
import { viewQuery } from '@/lib/charts/query/codec'
import { chartHref } from '@/lib/charts/query/links'
import type { View } from '@/lib/charts/query/view'

type DaysFormProps = {
  readonly chart: Chart
  readonly view: View
  readonly from: number
  readonly to: number
}

const day = (t: number): string => new Date(t * 1000).toISOString().slice(0, 10)

/** Days of one's own, by a plain form: its fields are the link's parameters. */
export function DaysForm({ chart, view, from, to }: DaysFormProps) {
  const locale = useLocale()
  const t = useTranslations('charts')
  const kept = [
    ...viewQuery(chart, { ...view, range: chart.view.range, locale, theme: 'auto', controls: true }, { locale }),
  ]
  const field = 'rounded border border-edge bg-card px-2 py-0.5 text-ink'
  return (
    <form
      method="get"
      action={chartHref(locale, chart, { ...view, ...bare(chart) })}
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
      aria-label={t('days')}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="text-muted">
        {t('from')} <input type="date" name="from" required defaultValue={day(from)} className={field} />
      </label>
      <label className="text-muted">
        {t('to')} <input type="date" name="to" required defaultValue={day(to)} className={field} />
      </label>
      <button type="submit" className="rounded border border-edge px-3 py-0.5 text-ink hover:bg-sunk">
        {t('show')}
      </button>
    </form>
  )
}

/** The view a chart begins with: its address has no query. */
const bare = ({ view }: Chart): Partial<View> => ({
  range: view.range,
  mode: view.modes[0],
  scale: view.scales[0],
  chains: [],
  hide: [],
  add: [],
  pin: null,
})
