import { useTranslations } from 'next-intl'
import type { Num } from '@/lib/view/numbers'
import { reasonOf } from '../figures/reason'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'

/** Every number that is stale, absent or failed, and why. */
export function UnknownNumbers({ numbers }: { readonly numbers: readonly Num[] }) {
  const t = useTranslations('status.numbers')
  const common = useTranslations('common')
  if (numbers.length === 0) return null
  const columns: readonly Column<Num>[] = [
    { key: 'number', head: t('number'), cell: ({ id }) => <code className="font-mono">{id}</code> },
    { key: 'value', head: common('line.total'), align: 'end', cell: (num) => <Value of={num} /> },
    { key: 'status', head: t('status'), cell: ({ status }) => common(`status.${status}`) },
    { key: 'reason', head: t('reason'), wrap: true, cell: (num) => reasonOf(num, common) },
  ]
  return (
    <details>
      <summary>{t('unknown')}</summary>
      <div className="mt-2">
        <DataTable id="unknown" caption={t('unknown')} columns={columns} rows={numbers} rowKey={({ id }) => id} />
      </div>
    </details>
  )
}
