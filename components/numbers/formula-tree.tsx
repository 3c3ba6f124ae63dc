import { useLocale, useTranslations } from 'next-intl'
import { shortHex } from '@/lib/format/hex'
import { href, numberPath } from '@/lib/i18n/locales'
import { titleOf } from '@/lib/numbers/name'
import type { NumberIndex, Observation, RecordedCall } from '@/lib/numbers/number-index'
import { ownCalls } from '@/lib/snapshot/proof'
import { StatusWord } from '../figures/status-word'
import { Value } from '../figures/value'
import { valueText } from '../figures/value-text'
import { placeLabel } from './number-label'
import { countBelow, type TreeNode, treeOf } from './number-tree'

/** The formula tree down to the calls; without a script too, since it unfolds by itself. */
export function FormulaTree({ numbers, num }: { readonly numbers: NumberIndex; readonly num: Observation }) {
  const t = useTranslations('numbers')
  const tree = treeOf(numbers, num)
  if (tree.inputs.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="text-title font-semibold">{t('made-of')}</h2>
      <p className="prose mb-2 text-muted">{t('made-of-what', { count: countBelow(tree) })}</p>
      <Branches nodes={tree.inputs} numbers={numbers} />
    </section>
  )
}

function Branches({ nodes, numbers }: { readonly nodes: readonly TreeNode[]; readonly numbers: NumberIndex }) {
  return (
    <ul className="text-small">
      {nodes.map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one number may be an input twice, and the list never changes
        <li key={`${node.num.id} ${at}`} className="border-t border-rule first:border-0">
          <Branch node={node} numbers={numbers} />
        </li>
      ))}
    </ul>
  )
}

function Branch({ node, numbers }: { readonly node: TreeNode; readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('numbers')
  const calls = ownCalls(numbers.snapshot, node.num)
  if (node.repeated) return <Line node={node} aside={t('shown-above')} />
  if (node.inputs.length === 0 && calls.length === 0) return <Line node={node} />
  return (
    <details>
      <summary className="hover:bg-sunk">
        <Line node={node} aside={calls.length > 0 ? t('leaf', { count: calls.length }) : undefined} inSummary />
      </summary>
      <div className="mb-2 ml-1.5 border-l border-rule pl-4">
        <p className="py-1 text-tiny">
          <a
            href={href(locale, numberPath(node.num.id))}
            data-number={node.num.id}
            className="num font-mono break-all whitespace-normal"
          >
            {node.num.id}
          </a>
        </p>
        {node.inputs.length > 0 ? <Branches nodes={node.inputs} numbers={numbers} /> : null}
        {calls.map((call) => (
          <Leaf key={`${call.address}${call.calldata}`} call={call} />
        ))}
      </div>
    </details>
  )
}

type LineProps = { readonly node: TreeNode; readonly aside?: string | undefined; readonly inSummary?: boolean }

function Line({ node: { num }, aside, inSummary = false }: LineProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  return (
    <span
      className={`flex-wrap items-baseline justify-between gap-x-4 py-1.5 ${inSummary ? 'inline-flex w-[calc(100%-1.25rem)]' : 'flex'}`}
    >
      <span className="min-w-0 wrap-anywhere">
        {titleOf(num, locale)}{' '}
        <span className="text-muted">
          {placeLabel(num, t, locale)}
          {aside ? ` · ${aside}` : null}
        </span>
      </span>
      <span>
        {/* A link in a summary would be two buttons in one: there the number's id links, one line below. */}
        {inSummary ? valueText(num, locale, t) : <Value of={num} />}
        <StatusWord of={num} />
      </span>
    </span>
  )
}

function Leaf({ call }: { readonly call: RecordedCall }) {
  return (
    <p className="py-1 font-mono text-tiny break-all text-muted">
      {call.contract} {shortHex(call.address)}{' '}
      <span className="text-ink">
        {call.functionName}({call.args.map((arg) => argument(arg)).join(', ')})
      </span>{' '}
      → {shortHex(call.result, 34, 8)}
    </p>
  )
}

const argument = (arg: unknown): string => {
  const text = typeof arg === 'string' ? arg : JSON.stringify(arg)
  return shortHex(text ?? 'null', 12, 6)
}
