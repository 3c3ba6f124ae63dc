import { useTranslations } from 'next-intl'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Block } from '../figures/block'
import { Value } from '../figures/value'
import { ClassMark } from '../provenance/class-mark'
import { type Column, DataTable } from '../ui/data-table'
import { Millions } from './amount'
import { awardName } from './award-model'
import { type PlanRow, planRows } from './model'

/** What was to be out by now, bucket by bucket, beside what contracts have unlocked of it. */
export function PlanNow({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('spk.plan')
  const awards = useTranslations('spk.awards.names')
  const columns: readonly Column<PlanRow>[] = [
    {
      key: 'bucket',
      head: t('bucket'),
      cell: ({ bucket }) => (
        <span className="block min-w-40 sm:min-w-80">
          <span className="font-medium">{t(`buckets.${bucket}.name`)}</span>
          <span className="block text-muted">{t(`buckets.${bucket}.what`)}</span>
        </span>
      ),
      wrap: true,
    },
    {
      key: 'whole',
      head: t('whole'),
      unit: t('millions'),
      align: 'end',
      cell: ({ whole }) => <Millions of={whole} />,
    },
    {
      key: 'planned',
      head: t('planned'),
      unit: 'SPK',
      align: 'end',
      cell: ({ planned }) => <Value of={planned} form="full" decimals={0} />,
    },
    { key: 'class', head: t('class'), cell: ({ planned }) => <ClassMark of={planned.class} /> },
    {
      key: 'observed',
      head: t('observed'),
      unit: 'SPK',
      align: 'end',
      cell: ({ observed }) =>
        observed.length === 0 ? (
          <span className="text-muted">{t('no-contract')}</span>
        ) : (
          observed.map((num) => {
            const name = awardName(num.key)
            return (
              <span key={num.id} className="block">
                <span className="text-tiny text-muted">{name === null ? num.key : awards(name)}</span>{' '}
                <Value of={num} form="full" decimals={0} />
              </span>
            )
          })
        ),
    },
    {
      key: 'observed-class',
      head: t('class'),
      cell: ({ observed: [first] }) => (first ? <ClassMark of={first.class} /> : null),
    },
  ]
  return (
    <Block id="plan" title={t('title')} caption={t('caption')}>
      <DataTable
        id="spk-plan"
        caption={t('title')}
        columns={columns}
        rows={planRows(numbers)}
        rowKey={({ bucket }) => bucket}
      />
      <p className="prose mt-3 text-small text-muted">{t('note')}</p>
    </Block>
  )
}
