import { median } from './table'

/** Something timed again and again; `taken` in milliseconds a run. */
export type Work = { readonly run: () => unknown; readonly taken: number[] }

export const work = (run: () => unknown): Work => ({ run, taken: [] })

export type Rounds = { readonly rounds: number; readonly runsARound: number; readonly warmUps: number }

/** A B A B …: a slow second of the machine falls on all of them. */
export const interleave = async (works: readonly Work[], { rounds, runsARound, warmUps }: Rounds): Promise<void> => {
  for (const { run } of works) for (let time = 0; time < warmUps; time++) await run()
  for (let round = 0; round < rounds; round++)
    for (const { run, taken } of works) {
      const before = performance.now()
      for (let time = 0; time < runsARound; time++) await run()
      taken.push((performance.now() - before) / runsARound)
    }
}

export const milliseconds = ({ taken }: Pick<Work, 'taken'>) => `${median(taken).toFixed(2)} ms`

/** How many times as long the first takes; round by round, so that what slows a round falls on both. */
export const ratioOf = (one: Pick<Work, 'taken'>, other: Pick<Work, 'taken'>) =>
  median(one.taken.map((taken, round) => taken / (other.taken[round] ?? taken)))
