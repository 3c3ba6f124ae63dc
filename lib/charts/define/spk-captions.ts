import { ratioOf } from '../../math/decimal'
import { amountOr, say } from './caption'
import type { Chart } from './define-chart'
import { earliest, genesisSupply, slowest } from './spk-plan'

/** What the plan had released at the beginning and at the end of past days, and what was distributed meanwhile. */
export const spkPastCaption: NonNullable<Chart['pastCaption']> = ({ view, find }, { from, to }) => {
  if (view.mode === 'yearly') return say('yearly')
  const days = { from, to }
  const moved = find('distributed')
  return say('past', {
    days,
    before: { amount: earliest.at(from) },
    after: { amount: earliest.at(to) },
    distributed: moved === undefined ? 'hidden' : amountOr('unknown', moved.value),
    first: { amount: moved?.first ?? null },
  })
}

/** What the plan has released by now, between its earliest and its slowest reading, and what was distributed and claimed. */
export const spkCaption: Chart['caption'] = ({ asOf, view, find }) => {
  if (view.mode === 'yearly') return say('yearly')
  const [least, most] = [slowest.at(asOf), earliest.at(asOf)]
  const newest = (key: string) => amountOr('unknown', find(key)?.value)
  return say('planned', {
    released: least === most ? { amount: most } : { between: [least, most] },
    range: least === most ? 'settled' : 'open',
    share: { percent: ratioOf(most, genesisSupply), decimals: 1 },
    distributed: view.hide.includes('distributed') ? 'hidden' : newest('distributed'),
    claimed: newest('claimed'),
  })
}
