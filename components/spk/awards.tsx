import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { parseSort } from '@/lib/pages/table-sort'
import { Block } from '../figures/block'
import { NumberLink } from '../figures/number-link'
import { Value } from '../figures/value'
import { ClassMark } from '../provenance/class-mark'
import { type Column, DataTable } from '../ui/data-table'
import { Term } from '../ui/term'
import { type AwardRow, awardsOf } from './award-model'
import { spkNum } from './model'
import { Place } from './place'

type AwardsProps = { readonly numbers: NumberIndex; readonly sort: string | readonly string[] | undefined }

const amounts = ['stream', 'unlocked', 'distributed', 'claimed', 'unpaid'] as const

const amountOf = (row: AwardRow, name: (typeof amounts)[number]) => (name === 'claimed' ? row.claimed : row.get(name))

/** Every award of both vesting contracts, yanked ones too. */
export function Awards({ numbers, sort }: AwardsProps) {
  const locale = useLocale()
  const t = useTranslations('spk.awards')
  const rows = awardsOf(numbers)
  const total = (name: string) => <Value key={name} of={spkNum(numbers, name, 'TOTAL')} form="full" decimals={0} />
  const columns: readonly Column<AwardRow>[] = [
    {
      key: 'award',
      head: t('award'),
      cell: (row) => <Name row={row} />,
      sort: ({ key }) => key,
    },
    {
      key: 'total',
      head: t('total'),
      unit: 'SPK',
      align: 'end',
      cell: (row) => <Total row={row} />,
      sort: ({ get }) => get('award-total').value,
    },
    ...amounts.map(
      (name): Column<AwardRow> => ({
        key: name,
        head: t(name),
        unit: 'SPK',
        align: 'end',
        cell: (row) => {
          const num = amountOf(row, name)
          return num === null ? null : <Value of={num} form="full" decimals={0} />
        },
        sort: (row) => amountOf(row, name)?.value ?? null,
      }),
    ),
    {
      key: 'cliff',
      // Plain, since a sorting head is a link already, and a term would be another inside it.
      head: t('cliff'),
      align: 'end',
      cell: ({ get, hasCliff }) =>
        hasCliff || !isKnown(get('award-cliff')) ? (
          <Value of={get('award-cliff')} />
        ) : (
          <NumberLink of={get('award-cliff')}>{t('no-cliff')}</NumberLink>
        ),
      sort: ({ get }) => get('award-cliff').value,
    },
    {
      key: 'end',
      head: t('end'),
      align: 'end',
      cell: ({ get }) => <Value of={get('award-end')} />,
      sort: ({ get }) => get('award-end').value,
    },
  ]
  return (
    <Block
      id="awards"
      title={<Term of="vesting">{t('title')}</Term>}
      caption={t('caption')}
      foot={
        <a href={href(locale, '/method#line-spk')} className="link">
          {t('foot')}
        </a>
      }
    >
      {rows.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <DataTable
          id="spk-awards"
          caption={t('title')}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          sort={parseSort(sort, 'spk-awards')}
          path="/spk"
          foot={[t('all'), total('award-total'), ...amounts.map(total), '', '']}
        />
      )}
      <p className="prose mt-3 text-small text-muted">{t('note')}</p>
    </Block>
  )
}

function Name({ row: { key, name, isYanked, get } }: { readonly row: AwardRow }) {
  const t = useTranslations('spk.awards')
  const dot = key.lastIndexOf('.')
  return (
    <>
      <span className="font-medium">{name === null ? key : t(`names.${name}`)}</span>{' '}
      {isYanked ? (
        <span className="rounded-xs border border-warn px-1 text-tiny text-warn" title={t('yanked-what')}>
          <NumberLink of={get('yanked')}>{t('yanked')}</NumberLink>
        </span>
      ) : null}
      <Place at={key.slice(0, dot)} name={t('award-of', { id: key.slice(dot + 1) })} />
    </>
  )
}

/** What the contract holds; of a yanked award, what it was granted first. */
function Total({ row: { isYanked, get } }: { readonly row: AwardRow }) {
  const t = useTranslations('spk.awards')
  return (
    <>
      <Value of={get('award-total')} form="full" decimals={0} />
      {isYanked ? (
        <span className="block text-tiny text-muted">
          {t.rich('granted', { amount: () => <Value of={get('granted')} form="full" decimals={0} /> })}{' '}
          <ClassMark of={get('granted').class} />
        </span>
      ) : null}
    </>
  )
}
