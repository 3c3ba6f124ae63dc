import type { ChainSlug } from '../../chains'
import { defineDerived, type Words } from '../define'
import { sumOf, sumOverChains, type Terms } from '../sums'
import type { DerivedMetric, Numbers } from '../types'
import { ofTvl } from './lines'

/** What every row of a table of steps says. */
export type StepRow = Words & { readonly id: `tvl.${string}` }

type Step = StepRow & {
  readonly chains: readonly ChainSlug[]
  /** What the step takes out or puts in on one chain. */
  terms(numbers: Numbers, chain: ChainSlug): Terms
}

/** A step of the reconciliation that is a plain sum on each chain, and over all of them. */
export const defineStep = ({ id, chains, terms, ...row }: Step): DerivedMetric =>
  defineDerived({
    ...ofTvl,
    ...row,
    id,
    scopes: [...chains, 'all'],
    compute: (numbers, scope) => [
      scope === 'all' ? sumOverChains(numbers, id, chains, 'TOTAL') : sumOf('TOTAL', terms(numbers, scope)),
    ],
  })
