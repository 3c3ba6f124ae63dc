import { useTranslations } from 'next-intl'
import { parseSort } from '@/lib/pages/table-sort'
import { Block } from '../figures/block'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import type { FundsProps } from './funds'
import { pendingOf, type Supply, suppliesOf } from './model'

const states = [
  'PENDING_REDEEM',
  'PENDING_DEPOSIT',
  'CLAIMABLE_DEPOSIT',
  'CLAIMABLE_REDEEM',
  'CANCELLED_DEPOSIT',
  'CANCELLED_REDEEM',
] as const

/** Where the tokens are issued, and what is on its way. */
export function Supplies({ numbers, sort }: FundsProps) {
  const t = useTranslations('rwa.supplies')
  const waits = useTranslations('liquidity.waits')
  const pending = pendingOf(numbers)
  const columns: readonly Column<Supply>[] = [
    { key: 'fund', head: t('fund'), cell: ({ label }) => label, sort: ({ label }) => label },
    { key: 'chain', head: t('chain'), cell: ({ chain }) => chain.name, sort: ({ chain }) => chain.name },
    {
      key: 'supply',
      head: t('supply'),
      unit: t('tokens'),
      align: 'end',
      cell: ({ supply }) => <Value of={supply} form="full" />,
      sort: ({ supply }) => supply.value,
    },
    {
      key: 'aum',
      head: t('aum'),
      unit: 'USD',
      align: 'end',
      cell: ({ aum }) => <Value of={aum} form="full" />,
      sort: ({ aum }) => aum.value,
    },
  ]
  return (
    <Block id="supplies" title={t('title')} caption={t('caption')}>
      <DataTable
        id="rwa-supplies"
        caption={t('title')}
        columns={columns}
        rows={suppliesOf(numbers)}
        rowKey={({ supply }) => supply.id}
        sort={parseSort(sort, 'rwa-supplies')}
        path="/rwa"
      />
      <h3 className="mt-5 font-medium">{t('pending')}</h3>
      {pending.length === 0 ? (
        <p className="text-small text-muted">{t('nothing-pending')}</p>
      ) : (
        <ul className="text-small">
          {pending.map(({ amount, dollars, state }) => {
            const word = states.find((each) => each === state)
            return (
              <li key={amount.id} className="flex flex-wrap gap-x-3">
                <span>{(amount.label ?? amount.key).split('.')[0]}</span>
                <span className="text-muted">{word ? waits(word) : state}</span>
                <Value of={amount} form="full" />
                <Value of={dollars} />
              </li>
            )
          })}
        </ul>
      )}
      <p className="prose mt-1 text-small text-muted">{t('pending-what')}</p>
    </Block>
  )
}
