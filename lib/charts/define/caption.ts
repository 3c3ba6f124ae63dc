import { inBoth, type Words } from '../../format/locale'
import { MONTH } from '../../format/time'
import { differenceOf, ratioOf } from '../../math/decimal'
import type { Facts, PastWindow } from './facts'

/** What a caption's message names: a word as it is, or something exact that is worded in the reader's language. */
export type CaptionValue =
  | string
  /** In the chart's unit. */
  | { readonly amount: string | null }
  /** From one amount to another, their unit once: `4.59–5.10 billion SPK`. */
  | { readonly between: readonly [string, string] }
  /** The same in few letters: `$6.75 B`. */
  | { readonly short: string | null }
  /** From one day to another, both included. */
  | { readonly from: number; readonly to: number }
  | { readonly percent: string | null; readonly decimals: number }
  | { readonly name: Words }
  /** Names with "and" before the last. */
  | { readonly and: readonly Words[] }
  | { readonly list: readonly Words[] }
  /** A message for each, in a list. */
  | { readonly each: string; readonly of: readonly CaptionValues[] }

export type CaptionValues = Readonly<Record<string, CaptionValue>>

/** A message of the chart's words by name, and its values. */
export type Caption = { readonly say: string; readonly values: CaptionValues }

export const say = (name: string, values: CaptionValues = {}): Caption => ({ say: name, values })

/** The caption of a chart that has one message: `{newest}` is the newest value of each series. */
export const newestOfEach = ({ shown }: Facts): Caption => {
  const of = shown.map(({ name, value }) => ({ name: { name }, value: { amount: value } }))
  return say('caption', { newest: { each: 'newest', of } })
}

/** Series that a sentence about a window names. */
const NAMED = 3

/** What a window that is over did: from what to what. Of lines the first few things, each once. */
export const windowCaption = ({ shown }: Facts, { from, to, totals }: PastWindow): Caption => {
  const days = { from, to }
  if (totals !== null) return say('window-total', { days, before: { short: totals[0] }, after: { short: totals[1] } })
  const groups = shown.filter(({ group }, i) => shown.findIndex((each) => each.group === group) === i)
  const of = groups
    .filter(({ first, value }) => first !== null || value !== null)
    .slice(0, NAMED)
    .map(({ name, first, value }) => ({
      name: beforeMark(name, ' · '),
      before: { short: first },
      after: { short: value },
    }))
  return say('window-series', { days, moves: { each: 'window-move', of } })
}

/** An amount, or a word for a message's choice where it is not known. */
export const amountOr = (word: string, amount: string | null | undefined): CaptionValue =>
  amount == null ? word : { amount }

/** How a total has moved in 30 days: `trend` for a message's choice, `change` without its sign. */
export const trendOf = ({ total, totalBefore }: Facts): { readonly trend: string; readonly change: CaptionValue } => {
  const before = totalBefore(MONTH)
  const moved = total === null || before === null ? null : ratioOf(differenceOf(total, before), before)
  const change = { percent: moved?.replace('-', '') ?? null, decimals: 1 }
  if (moved === null) return { trend: 'unknown', change }
  // too little to be seen at one decimal
  if (Math.abs(Number(moved)) < 0.0005) return { trend: 'level', change }
  return { trend: moved.startsWith('-') ? 'less' : 'more', change }
}

/** The parts that matter, largest first, as shares of the total. */
export const largestShares = ({ shown, total }: Facts, most: number) =>
  shown
    .flatMap(({ name, value }) => (value === null || total === null ? [] : [{ name, value, total }]))
    .filter(({ value }) => Number(value) > 0)
    .sort((a, b) => Number(b.value) - Number(a.value))
    .slice(0, most)
    .map(({ name, value, total: whole }) => ({
      name: { name },
      share: { percent: ratioOf(value, whole), decimals: 0 },
    }))

const known = ({ shown }: Facts) => shown.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]))

/** The lowest and the highest of the values in view; null where none is known. */
export const rangeOf = (facts: Facts) => {
  const values = known(facts)
  const low = values.toSorted((a, b) => Number(a.value) - Number(b.value))[0]
  const high = values.toSorted((a, b) => Number(b.value) - Number(a.value))[0]
  return low === undefined || high === undefined ? null : { low, high }
}

/** What a name says before a mark: `sUSDS · Base` before ` · `. */
export const beforeMark = (name: Words, mark: string): CaptionValue => ({
  name: inBoth((locale) => name[locale].split(mark)[0] ?? name[locale]),
})
