import { useLocale, useTranslations } from 'next-intl'
import { BlockLink } from '@/components/provenance/block-link'
import { FreshnessDot } from '@/components/provenance/freshness'
import { TimeOf } from '@/components/ui/time'
import { formatDateTime } from '@/lib/format/date'
import type { ChainFreshness } from '@/lib/snapshot/freshness'

type StripProps = { readonly chains: readonly ChainFreshness[]; readonly ticking: boolean }

/** Every chain with its block and age, under the header of every page. */
export function ChainStrip({ chains, ticking }: StripProps) {
  const t = useTranslations('common')
  return (
    <section aria-label={t('chains')} className="mx-auto max-w-[75rem] px-4 sm:px-6">
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1.5 border-y border-rule py-2 text-tiny text-muted sm:grid-cols-3 lg:grid-cols-6">
        {chains.map((each) => (
          <Entry key={each.chain.slug} of={each} ticking={ticking} />
        ))}
      </ul>
    </section>
  )
}

function Entry({
  of: { chain, asOf, state, failure },
  ticking,
}: {
  readonly of: ChainFreshness
  readonly ticking: boolean
}) {
  const locale = useLocale()
  const t = useTranslations('common')
  const why = failure ? t(`failure.${failure.code}`) : t(`freshness.${state}`)
  return (
    <li title={why}>
      <span className="flex items-baseline gap-x-1.5 text-ink">
        <FreshnessDot state={state} />
        {chain.name}
      </span>
      {asOf ? (
        <span className="flex flex-wrap items-baseline gap-x-2.5 whitespace-nowrap">
          <BlockLink chain={chain} block={asOf.block} />
          <span className={state === 'fresh' ? '' : 'text-warn'}>
            <TimeOf
              at={asOf.timestamp}
              ticking={ticking}
              title={formatDateTime(asOf.timestamp, locale, { seconds: true })}
            />
          </span>
        </span>
      ) : (
        <span>{t('freshness.unread')}</span>
      )}
    </li>
  )
}
