/** What a metric may note beside a value, or in its place. */
export const notes = ['none', 'no-cap', 'unlimited', 'simple-rate', 'nothing-staked', 'halted', 'fee'] as const
export type Note = (typeof notes)[number]

/** What a note means, of which there is a message in every language. */
export type NoteMeaning = Note | 'zero-cap' | 'not-automatic' | 'not-isolated' | 'no-emode'

/** What a metric declares of how its numbers are shown. */
export type Display = {
  /** The token that its amounts are in: the one that a number's label names, or one for all. Without it they are shown bare. */
  readonly symbol?: 'label' | 'SPK'
  /** What its notes mean, where that is more than they say by themselves. */
  readonly notes?: Readonly<Partial<Record<Note, NoteMeaning>>>
  /** Notes that make a value the contract's way of saying that there is no limit: the words stand in its place. */
  readonly noLimit?: readonly Note[]
  /** What its keys are where that has names of its own; else a key is called by its label. */
  readonly keysAre?: 'lines'
}
