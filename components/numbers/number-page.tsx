import { useLocale, useTranslations } from 'next-intl'
import { chainName, titleOf } from '@/lib/numbers/name'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import type { Proof } from '@/lib/snapshot/proof'
import { Notes } from '../figures/notes'
import { Sentence } from '../figures/sentence'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { ClassMark } from '../provenance/class-mark'
import { Calls } from './calls'
import { Formula } from './formula'
import { FormulaTree } from './formula-tree'
import { NumberFacts } from './number-facts'
import { keyLabel } from './number-label'
import { Omitted } from './omitted'
import { Rechecks } from './rechecks'
import { SameMetric } from './same-metric'

type NumberPageProps = { readonly numbers: NumberIndex; readonly proof: Proof; readonly embedded: boolean }

/** Everything behind one number. The panel that opens over other pages shows this same article. */
export function NumberPage({ numbers, proof, embedded }: NumberPageProps) {
  const num = proof.number
  return (
    <article data-proof className="max-w-[58rem] min-w-0">
      <Sentence>
        <NumberSentence num={num} />
      </Sentence>
      <p className="mb-5 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-muted">
        <Where num={num} /> <ClassMark of={num.class} />
      </p>
      <Notes of={num} className="mb-4" />
      <Formula numbers={numbers} num={num} />
      <NumberFacts numbers={numbers} num={num} />
      <Omitted numbers={numbers} num={num} />
      <FormulaTree numbers={numbers} num={num} />
      <Rechecks proof={proof} snapshot={numbers.snapshot} embedded={embedded} />
      <Calls snapshot={numbers.snapshot} num={num} />
      <SameMetric numbers={numbers} num={num} />
    </article>
  )
}

function NumberSentence({ num }: { readonly num: Observation }) {
  const locale = useLocale()
  const t = useTranslations('numbers')
  const common = useTranslations('common')
  const title = titleOf(num, locale)
  if (num.value === null && num.status !== 'ok')
    return t('sentence-unknown', { title, reason: reasonOf(num, common) ?? '' })
  return t.rich('sentence', { title, value: () => <Value of={num} long /> })
}

function Where({ num }: { readonly num: Observation }) {
  const locale = useLocale()
  const t = useTranslations('numbers')
  const common = useTranslations('common')
  const chain = chainName(num.chain)
  const key = keyLabel(num, locale)
  if (key === null) return <span>{chain ?? common('all-chains')}</span>
  return <span>{chain === null ? t('where-all', { key }) : t('where', { key, chain })}</span>
}
