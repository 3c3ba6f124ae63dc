import { isChainSlug } from '../chains'
import { failureSentences } from '../errors'
import { placeOf } from '../metrics'
import { splitNumberId } from '../metrics/number-id'
import type { Observation } from '../metrics/types'

type Omitted = NonNullable<Observation['omitted']>[number]

/** What can be missing from a sum, in the order in which it is told. */
export const omittedKinds = ['rewards', 'no-price', 'not-deployed', 'unread'] as const
type OmittedKind = (typeof omittedKinds)[number]

const isReward = (id: string): boolean => {
  const [, chain = '', key = ''] = splitNumberId(id) ?? []
  return isChainSlug(chain) && placeOf(chain, key)?.venue === 'Rewards'
}

/** By what it is and why it is missing: a reward token without a price is no fault, a number that could not be read is. */
export const omittedKind = ({ id, reason }: Omitted): OmittedKind => {
  if (reason.startsWith(failureSentences['no-price'])) return isReward(id) ? 'rewards' : 'no-price'
  // what grows by a rate has no price while its oracle was never told one
  if (reason.startsWith(failureSentences['not-set'])) return 'no-price'
  return reason.startsWith(failureSentences['not-deployed']) ? 'not-deployed' : 'unread'
}
