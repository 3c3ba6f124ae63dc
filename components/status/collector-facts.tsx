import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime, formatDuration } from '@/lib/format/date'
import { formatCount, UNKNOWN } from '@/lib/format/number'
import type { StatusFacts } from './facts'
import { SetAside } from './set-aside'

type CollectorProps = { readonly facts: StatusFacts; readonly snapshotId: string | null }

export function CollectorFacts({ facts: { collector, ...facts }, snapshotId }: CollectorProps) {
  const locale = useLocale()
  const t = useTranslations('status.collector')
  const { lastRun, lastFailure } = collector
  const entries: readonly (readonly [name: string, value: React.ReactNode])[] = [
    [t('network'), t(facts.network === 'live' ? 'live' : 'local')],
    [t('running'), t(collector.running ? 'is-running' : 'is-stopped')],
    [t('writer'), t(collector.writer ? 'this-process' : 'another-process')],
    [t('poll'), formatDuration(collector.pollSeconds, locale)],
    [
      t('last'),
      lastRun
        ? t('last-run', {
            time: formatDateTime(lastRun.startedAt, locale, { seconds: true }),
            requests: formatCount(lastRun.requests, locale),
            seconds: `${lastRun.seconds.toFixed(1)}\u00a0s`,
          })
        : UNKNOWN,
    ],
    [t('refreshes'), formatCount(collector.refreshes, locale)],
    [
      t('failure'),
      lastFailure ? `${lastFailure.message} ${formatDateTime(lastFailure.at, locale, { seconds: true })}` : UNKNOWN,
    ],
    [t('engine'), t(facts.engine)],
    [t('snapshots'), formatCount(facts.snapshots, locale)],
    [t('set-aside'), <SetAside key="set-aside" setAside={facts.setAside} />],
    [
      t('snapshot'),
      snapshotId ? (
        <code key="id" className="font-mono break-all">
          {snapshotId}
        </code>
      ) : (
        UNKNOWN
      ),
    ],
  ]
  return (
    <dl className="grid grid-cols-1 gap-x-6 text-small sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-y-1.5">
      {entries.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted max-sm:pt-1.5">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
