import type { ChainSlug } from '../chains'
import type { Contract } from '../contracts/define-contract'
import type { FailureCode } from '../errors'
import type { Locale } from '../format/locale'
import type { Fixed } from '../math/fixed'
import type { Reader } from '../reader/types'
import type { Display, Note } from './display'

export const lines = ['lend', 'savings', 'liquidity', 'rwa', 'spk', 'governance', 'risk', 'tvl'] as const
export type Line = (typeof lines)[number]
export type Scope = ChainSlug | 'all'

/** What a value counts. `ray` is the contract's integer, undivided; `address` an address; `flag` 0 or 1; `time` unix seconds. */
export const units = [
  'token',
  'usd',
  'ratio',
  'flag',
  'count',
  'ray',
  'assets-per-share',
  'token-per-second',
  'address',
  'time',
] as const
export type Unit = (typeof units)[number]

/** Where a dollar comes from: contract state alone, an issuer's reported NAV, a statement, or an unenforced schedule. */
export const classes = ['onchain', 'issuer', 'stated', 'promise'] as const
export type Class = (typeof classes)[number]

export const statuses = ['ok', 'stale', 'absent', 'failed'] as const
export type Status = (typeof statuses)[number]

export type Omitted = { readonly id: string; readonly reason: string }

/** One number as a metric said it. Unknown is never 0: `value` is null unless the status is ok or stale. */
export type Observation = {
  readonly id: string
  readonly metric: string
  readonly chain: Scope
  readonly key: string
  /** What a person calls the key, e.g. a token's symbol as its contract says it. */
  readonly label?: string
  readonly status: Status
  readonly value: Fixed | null
  readonly unit: Unit
  readonly class: Class
  readonly methodVersion: number
  /** Why it is stale, absent or failed; an English sentence, with its code for translation. */
  readonly reason?: string
  readonly code?: FailureCode
  readonly omitted?: readonly Omitted[]
  /** With a whole chain missing from a sum over chains. */
  readonly parts?: { readonly have: number; readonly of: number }
  /** One of `notes`; an old snapshot may hold another. */
  readonly note?: string
  /** Ids of the numbers it was computed from. */
  readonly inputs?: readonly string[]
  /** Indexes into the recorded calls of its chain. */
  readonly calls?: readonly number[]
}

/** What can be computed with: an observation, or a value just derived. */
export type Term = Pick<Observation, 'id' | 'key' | 'status' | 'value' | 'class'> &
  Partial<Pick<Observation, 'label' | 'reason' | 'code' | 'omitted' | 'parts' | 'note'>>

export type Text = {
  readonly title: string
  /** One sentence: what it is. */
  readonly what: string
  /** How it is computed, as one line a person can follow. */
  readonly formula: string
  readonly caveats: readonly string[]
}

/** A changed definition is a new version, never a silent edit. */
export type MethodVersion = {
  readonly version: number
  readonly since: string
  readonly change: Readonly<Record<Locale, string>>
}

/** What a metric's program answers for one key; to say "absent" or "failed" it throws a ReadError. */
export type Answer = {
  readonly value: Fixed | null
  readonly label?: string
  readonly note?: Note
  /** Why the value is older than it should be: it is then said to be stale. */
  readonly stale?: FailureCode
}

/** What a pure metric answers: a value made of other numbers, which carry their status along. */
export type Derived = {
  readonly key: string
  readonly label?: string
  readonly status: Status
  readonly value: Fixed | null
  readonly reason?: string
  readonly code?: FailureCode
  readonly omitted?: readonly Omitted[]
  readonly parts?: { readonly have: number; readonly of: number }
  readonly note?: Note
  readonly class?: Class
  readonly inputs: readonly string[]
}

type Declared = Display & {
  /** Permanent: `line.kebab-name`. */
  readonly id: `${Line}.${string}`
  readonly line: Line
  readonly unit: Unit
  /** Of its numbers; of the weakest where they differ. */
  readonly class: Class
  readonly text: Readonly<Record<Locale, Text>>
  /** Newest last; the newest one's `version` is written on every number. */
  readonly versions: readonly [MethodVersion, ...MethodVersion[]]
}

/** Reads a chain. `keys` finds what there is to tell apart; `read` is run once a key and fails for that key alone. */
export type ReadMetric<declared extends Contract = Contract> = Declared & {
  readonly kind: 'read'
  readonly chains: readonly ChainSlug[]
  /** Everything the program may touch: the compiler refuses any other. */
  readonly reads: readonly declared[]
  keys(reader: Reader<declared>): readonly string[] | Promise<readonly string[]>
  /** The class of a key's number, known or not, where keys differ; the metric's own is then the weakest. */
  classOf?(chain: ChainSlug, key: string): Class
  /** Keys that are said to have failed where a chain could never be read; without it such a chain has no numbers. */
  expects?(chain: ChainSlug): readonly string[]
  read(reader: Reader<declared>, key: string): Promise<Answer>
  /**
   * Calls that usually follow those of `keys`: a first reading, which has no earlier one to repeat, sends them along.
   * A hint only: nothing is answered by them.
   */
  prefetch?(reader: Reader<declared>): readonly Promise<unknown>[]
}

/** What a pure metric sees: the numbers of other metrics, of one chain or all of them. */
export type Numbers = {
  /** All numbers of a metric on a chain (or `all`), in key order of that metric; empty where there is none. */
  of(metric: string, scope: Scope): readonly Observation[]
  get(metric: string, scope: Scope, key: string): Observation | undefined
  /** Chains this snapshot is about. */
  readonly chains: readonly ChainSlug[]
}

/** Made of other metrics' numbers alone; `scopes` says for which chains (or `all`) it is asked. */
export type DerivedMetric = Declared & {
  readonly kind: 'derived'
  readonly scopes: readonly Scope[]
  compute(numbers: Numbers, scope: Scope): readonly Derived[]
}

export type Metric = ReadMetric | DerivedMetric
