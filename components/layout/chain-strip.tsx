import { useLocale, useTranslations } from 'next-intl'
import { BlockLink } from '@/components/provenance/block-link'
import { FreshnessDot } from '@/components/provenance/freshness'
import { TimeOf } from '@/components/ui/time'
import { formatDateTime } from '@/lib/format/date'
import { type ChainFreshness, freshnessSummary } from '@/lib/snapshot/freshness'

type StripProps = { readonly chains: readonly ChainFreshness[] }

/** One quiet line under the header of every page: how many chains, how old the oldest block; each chain when it is opened. */
export function ChainStrip({ chains }: StripProps) {
  const t = useTranslations('common')
  return (
    <section aria-label={t('chains')} className="mx-auto max-w-[75rem] px-4 text-tiny text-muted sm:px-6">
      <details className="group border-y border-rule">
        <summary
          data-until={freshnessSummary(chains).until ?? undefined}
          className="flex list-none items-baseline gap-x-1.5 py-1.5 hover:text-ink"
        >
          <Summary chains={chains} />
          <span aria-hidden="true" className="ml-auto transition-transform group-open:rotate-180">
            ▾
          </span>
        </summary>
        <ul className="grid grid-cols-2 gap-x-4 gap-y-1.5 pt-1 pb-2.5 sm:grid-cols-3 lg:grid-cols-6">
          {chains.map((each) => (
            <Entry key={each.chain.slug} of={each} />
          ))}
        </ul>
      </details>
    </section>
  )
}

function Summary({ chains }: StripProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  const read = chains.flatMap(({ asOf }) => asOf?.timestamp ?? [])
  const late = chains.filter(({ state }) => state !== 'fresh')
  const oldest = Math.min(...read)
  const names = late.map(({ chain }) => chain.short).join(locale === 'en' ? ', ' : '、')
  return (
    <>
      <FreshnessDot state={late[0]?.state ?? 'fresh'} silent />
      <span>
        {read.length === 0
          ? t('freshness.unread')
          : t.rich('chains-line', {
              count: chains.length,
              late: () =>
                late.length > 0 ? (
                  <span className="text-warn"> · {t('chains-not-fresh', { count: late.length, names })}</span>
                ) : null,
              // last: what a script makes of it moves nothing
              age: () => <TimeOf at={oldest} ticking old title={formatDateTime(oldest, locale)} />,
            })}
        {late.length > 0 ? null : <span className="text-warn" data-late-text={` · ${t('freshness.no-more')}`} />}
      </span>
    </>
  )
}

function Entry({ of: { chain, asOf, state, failure, freshUntil } }: { readonly of: ChainFreshness }) {
  const locale = useLocale()
  const t = useTranslations('common')
  const why = failure ? t(`failure.${failure.code}`) : t(`freshness.${state}`)
  return (
    <li title={why} data-until={state === 'fresh' ? freshUntil : undefined}>
      <span className="flex items-baseline gap-x-1.5 text-ink">
        <FreshnessDot state={state} />
        {chain.name}
      </span>
      {asOf ? (
        <span className="flex flex-wrap items-baseline gap-x-2.5 whitespace-nowrap">
          <BlockLink chain={chain} block={asOf.block} />
          <span className={state === 'fresh' ? '' : 'text-warn'}>
            <TimeOf at={asOf.timestamp} ticking title={formatDateTime(asOf.timestamp, locale, { seconds: true })} />
          </span>
        </span>
      ) : (
        <span>{t('freshness.unread')}</span>
      )}
    </li>
  )
}
