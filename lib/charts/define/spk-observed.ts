import { totalIds } from './series'

const isAward = (key: string): boolean => /\.\d+$/.test(key)

/** What the contracts say, and which keys make up its total: Sky's awards are claimed from the farms that they feed. */
const observations = [
  { key: 'stream', drawn: { mark: 'line', colour: 'c2' }, counts: isAward },
  { key: 'distributed', drawn: { mark: 'step', colour: 'c1' }, counts: isAward },
  { key: 'claimed', drawn: { mark: 'step', colour: 'ember' }, counts: (key: string) => !key.startsWith('MCD_VEST_') },
] as const

/** What was streamed, distributed and claimed: the total where there is one, else what makes it up. */
export const spkObserved = (known: ReadonlySet<string>) =>
  observations.map(({ counts, ...each }) => ({ ...each, ids: totalIds(known, `spk.${each.key}`, 'ethereum', counts) }))
