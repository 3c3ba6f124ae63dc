import { useLocale, useTranslations } from 'next-intl'
import { metricById } from '@/lib/metrics'
import { fillFormula, type Piece } from '@/lib/numbers/fill-formula'
import { formulaBranch } from '@/lib/numbers/formula-branch'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { decimalOf, isKnown } from '@/lib/numbers/value'
import { ownCalls } from '@/lib/snapshot/proof'
import { Value } from '../figures/value'
import { Breakable } from '../ui/breakable'

type FormulaProps = { readonly numbers: NumberIndex; readonly num: Observation }

/** A remark at a formula's end: `, exact`. */
const aside = /(?:, exact|，不捨入)$/

/** What the number is, the branch of the formula that made it, and the same with its numbers in it. */
export function Formula({ numbers, num }: FormulaProps) {
  const locale = useLocale()
  const t = useTranslations('numbers')
  const text = metricById(num.metric)?.text[locale]
  if (!text) return null
  const calls = ownCalls(numbers.snapshot, num)
  const inputs = (num.inputs ?? []).flatMap((id) => numbers.byId(id) ?? [])
  const formula = formulaBranch(num, text.formula, calls)
  const beside = (metric: string) =>
    metric !== num.metric && numbers.has(metric, num.chain, num.key)
      ? numbers.get(metric, num.chain, num.key)
      : undefined
  const filled = fillFormula(formula.replace(aside, ''), { num, inputs, calls, beside })
  return (
    <section className="mb-6">
      <p className="prose">{text.what}</p>
      <h2 className="mt-4 text-title font-semibold">{t('formula')}</h2>
      <div className="mt-1 rounded border border-rule bg-card px-3 py-2 font-mono text-small wrap-break-word">
        <p>
          <Breakable name={formula} />
        </p>
        {filled && isKnown(num) ? (
          <p className="mt-1.5 border-t border-rule pt-1.5">
            <span className="sr-only">{t('filled')}</span>= {filled.map(pieceView)} ={' '}
            <Value of={num} form="full" decimals={placesOf(num)} unit className="font-semibold" />
          </p>
        ) : null}
      </div>
      {text.caveats.length > 0 ? (
        <>
          <h3 className="mt-3 text-small font-medium text-muted">{t('caveats')}</h3>
          <ul className="prose list-disc pl-5 text-muted">
            {text.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

const pieceView = (piece: Piece, at: number) => <Filled key={at} of={piece} />

const SHOWN = 6
/** Characters up to which a figure stands with every digit it has; beyond them it ends where a person stops reading. */
const READABLE = 20

const placesOf = (num: Observation): number | 'all' => ((decimalOf(num)?.length ?? 0) <= READABLE ? 'all' : 6)

/** A sum of many names its first terms, and how many more there are: all of them stand in the tree below. */
function Filled({ of: piece }: { readonly of: Piece }) {
  const t = useTranslations('numbers')
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'answer') return <span title={piece.of}>{piece.text}</span>
  const shown = piece.nums.length > SHOWN + 1 ? piece.nums.slice(0, SHOWN) : piece.nums
  const more = piece.nums.length - shown.length
  const sum = shown.map((num, at) => (
    <span key={num.id}>
      {at > 0 ? ' + ' : null}
      <Value of={num} form="full" decimals={placesOf(num)} unit />
    </span>
  ))
  if (shown.length < 2) return sum
  return (
    <>
      ({sum}
      {more > 0 ? ` + ${t('more-terms', { count: more })}` : null})
    </>
  )
}
