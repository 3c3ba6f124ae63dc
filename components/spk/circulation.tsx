import { useTranslations } from 'next-intl'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { Block } from '../figures/block'
import { FactRow } from '../figures/fact-row'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { emptyHolders, lockedRows, spkNum } from './model'
import { Place } from './place'

const readings = ['circulating', 'circulating-wide', 'circulating-unstaked'] as const

/** What counts as circulating, and everyone who holds what does not. */
export function Circulation({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('spk.circulation')
  const columns: readonly Column<Observation>[] = [
    {
      key: 'holder',
      head: t('holder'),
      cell: ({ key }) => {
        const name = `holders.${key}` as 'holders.PAUSE_PROXY' // safe: asked for before it is said
        return (
          <>
            <span className="font-medium">{t.has(name) ? t(name) : key}</span>
            <Place at={key} />
          </>
        )
      },
    },
    {
      key: 'amount',
      head: t('amount'),
      unit: 'SPK',
      align: 'end',
      cell: (num) => <Value of={num} form="full" decimals={0} />,
    },
  ]
  const empty = emptyHolders(numbers)
  const rows = lockedRows(numbers)
  const half = Math.ceil(rows.length / 2)
  return (
    <Block id="circulation" title={t('title')} caption={t('caption')}>
      <h3 className="mb-2 font-medium">{t('readings')}</h3>
      <FactRow
        facts={readings.map((reading) => ({
          key: reading,
          name: t(`${reading}.name`),
          about: t(`${reading}.what`),
          value: <Value of={spkNum(numbers, reading, 'SPK')} form="full" decimals={0} unit />,
        }))}
      />
      <p className="prose mt-3 text-small text-muted">{t('others')}</p>
      <h3 className="mt-6 mb-1 font-medium">{t('table')}</h3>
      <div className="grid gap-x-12 md:grid-cols-2">
        {[rows.slice(0, half), rows.slice(half)].map((part, at) => (
          <div key={at === 0 ? 'first' : 'second'} className={part.length === 0 && at > 0 ? 'hidden' : 'min-w-0'}>
            <DataTable
              id={at === 0 ? 'spk-locked' : 'spk-locked-more'}
              caption={t(at === 0 ? 'table' : 'table-more')}
              columns={columns}
              rows={part}
              rowKey={({ key }) => key}
            />
          </div>
        ))}
      </div>
      {empty > 0 ? <p className="mt-2 text-small text-muted">{t('empty', { count: empty })}</p> : null}
    </Block>
  )
}
