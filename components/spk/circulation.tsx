import { useTranslations } from 'next-intl'
import type { Num, NumberIndex } from '@/lib/view/numbers'
import { Block } from '../figures/block'
import { FactList } from '../figures/fact-list'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { emptyHolders, lockedRows, spkNum } from './model'
import { Place } from './place'

const readings = ['circulating', 'circulating-wide', 'circulating-unstaked'] as const

/** What counts as circulating, and everyone who holds what does not. */
export function Circulation({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('spk.circulation')
  const columns: readonly Column<Num>[] = [
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
  return (
    <Block id="circulation" title={t('title')} caption={t('caption')}>
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <div className="min-w-0">
          <DataTable
            id="spk-locked"
            caption={t('table')}
            columns={columns}
            rows={lockedRows(numbers)}
            rowKey={({ key }) => key}
          />
          {empty > 0 ? <p className="mt-2 text-small text-muted">{t('empty', { count: empty })}</p> : null}
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 font-medium">{t('readings')}</h3>
          <FactList
            facts={readings.map((reading) => ({
              key: reading,
              name: t(`${reading}.name`),
              about: t(`${reading}.what`),
              value: <Value of={spkNum(numbers, reading, 'SPK')} form="full" decimals={0} unit />,
            }))}
          />
          <p className="prose mt-3 text-small text-muted">{t('others')}</p>
        </div>
      </div>
    </Block>
  )
}
