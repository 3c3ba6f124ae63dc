import { useLocale, useTranslations } from 'next-intl'
import { formatShare } from '@/lib/format/number'
import { toDecimalString } from '@/lib/math/fixed'
import { shareOf } from '@/lib/math/share'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { StackedBar, Swatch } from '../charts/stacked-bar'
import { Block } from '../figures/block'
import { Notes } from '../figures/notes'
import { Value } from '../figures/value'
import { GroupTable } from './group-table'
import { chainBars, groupRows, largestChain, shownVenues, venueFill } from './model'
import { useGroupName } from './names'

type GroupsProps = { readonly numbers: NumberIndex; readonly sort: string | readonly string[] | undefined }

/** Where the layer's money lies, chain by chain, as bars and as a table. */
export function Venues({ numbers, sort }: GroupsProps) {
  const locale = useLocale()
  const t = useTranslations('liquidity.groups')
  const nameOf = useGroupName('venue-usd')
  const percent = (value: number) => formatShare((value / 100).toFixed(4), locale)
  const total = numbers.get('liquidity.venue-usd', 'all', 'TOTAL')
  const [first] = groupRows(numbers, 'venue-usd')
  const top = largestChain(numbers)
  const shareText = (part: Observation['value'], whole: Observation['value']) => {
    const ratio = shareOf(part, whole)
    return formatShare(ratio && toDecimalString(ratio), locale)
  }
  const caption =
    first?.all.value && total.value
      ? t.rich('venues-sentence', {
          venue: nameOf(first.key),
          largest: () => <Value of={first.all} />,
          chain: top?.chain.name ?? '',
          share: shareText(top?.total.value ?? null, total.value),
        })
      : null
  return (
    <Block id="venues" title={t('venues-title')} caption={caption}>
      <p className="mb-3 flex flex-wrap gap-x-5 text-small text-muted">
        {[...shownVenues(numbers), 'OTHERS'].map((key) => (
          <span key={key}>
            <Swatch fill={venueFill(key)} />
            {nameOf(key)}
          </span>
        ))}
      </p>
      <dl className="space-y-2 text-small">
        {chainBars(numbers).map(({ chain, total: sum, length, parts }) => {
          const named = parts.map((part) => ({ ...part, name: `${nameOf(part.key)} ${percent(part.percent)}` }))
          return (
            <div
              key={chain.slug}
              className="grid grid-cols-[1fr_auto] items-center gap-x-5 md:grid-cols-[9rem_1fr_7rem]"
            >
              <dt>{chain.name}</dt>
              <dd className="order-last col-span-2 md:order-none md:col-span-1">
                {sum.value === null ? (
                  <Notes of={sum} />
                ) : (
                  <StackedBar
                    length={length}
                    label={t('bar', { chain: chain.name, parts: named.map(({ name }) => name).join(' · ') || '—' })}
                    height={22}
                    parts={named.map(({ key, name, percent: part }) => ({
                      key,
                      name,
                      percent: part,
                      fill: venueFill(key),
                    }))}
                  />
                )}
              </dd>
              <dd className="text-right">
                <Value of={sum} />
              </dd>
            </div>
          )
        })}
      </dl>
      <div className="mt-5">
        <GroupTable numbers={numbers} metric="venue-usd" sort={sort} />
      </div>
      <Notes of={total} className="mt-2" />
    </Block>
  )
}

/** What the layer's money is a claim on in the end. */
export function Assets({ numbers, sort }: GroupsProps) {
  const t = useTranslations('liquidity.groups')
  return (
    <Block id="assets" title={t('assets-title')} caption={t('assets-sentence')}>
      <GroupTable numbers={numbers} metric="asset-usd" sort={sort} />
    </Block>
  )
}
