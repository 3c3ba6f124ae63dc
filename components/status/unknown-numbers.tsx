import { useLocale, useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import { formatCount, UNKNOWN } from '@/lib/format/number'
import type { Observation, Snapshot } from '@/lib/numbers/number-index'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'

/** A number; or all numbers of a chain that could not be read, of which the first stands for all. */
type Group = { readonly first: Observation; readonly nums: readonly Observation[] }

/** Of a chain that could not be read every number says the same: they are one row. */
const groupsOf = (nums: readonly Observation[], failures: Snapshot['failures']): readonly Group[] => {
  const groups = new Map<string, Observation[]>()
  for (const num of nums) {
    const isDown = num.chain !== 'all' && num.code !== undefined && failures[num.chain]?.code === num.code
    const name = isDown ? `${num.chain} ${num.status}` : num.id
    const group = groups.get(name)
    if (group) group.push(num)
    else groups.set(name, [num])
  }
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map((first) => ({ first, nums: group })))
}

type UnknownProps = { readonly numbers: readonly Observation[]; readonly failures: Snapshot['failures'] }

/** Every number that is stale, absent or failed, and why. */
export function UnknownNumbers({ numbers, failures }: UnknownProps) {
  const locale = useLocale()
  const t = useTranslations('status.numbers')
  const common = useTranslations('common')
  if (numbers.length === 0) return null
  const nameOf = (num: Observation) => chains.find(({ slug }) => slug === num.chain)?.name ?? common('all-chains')
  const columns: readonly Column<Group>[] = [
    {
      key: 'number',
      head: t('number'),
      cell: ({ first, nums }) =>
        nums.length > 1 ? (
          t('many', { count: formatCount(nums.length, locale), where: nameOf(first) })
        ) : (
          <code className="font-mono">{first.id}</code>
        ),
    },
    {
      key: 'value',
      head: common('line.total'),
      align: 'end',
      cell: ({ first, nums }) => (nums.length > 1 ? UNKNOWN : <Value of={first} />),
    },
    { key: 'status', head: t('status'), cell: ({ first }) => common(`status.${first.status}`) },
    {
      key: 'reason',
      head: t('reason'),
      wrap: true,
      cell: ({ first }) => reasonOf(first, common),
    },
  ]
  return (
    <details>
      <summary>{t('unknown')}</summary>
      <div className="mt-2">
        <DataTable
          id="unknown"
          caption={t('unknown')}
          columns={columns}
          rows={groupsOf(numbers, failures)}
          rowKey={({ first }) => first.id}
        />
      </div>
    </details>
  )
}
