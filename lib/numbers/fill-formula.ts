import { compare, sum } from '../math/fixed'
import { metricById } from '../metrics'
import type { Observation } from '../metrics/types'
import { decodeCall } from './decode-call'
import type { RecordedCall } from './number-index'

/** A formula with its numbers in it: words as they stand, values of numbers, values that calls answered. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'answer'; readonly text: string; readonly of: string }
  | { readonly kind: 'numbers'; readonly nums: readonly Observation[] }

type Sources = {
  readonly num: Observation
  readonly inputs: readonly Observation[]
  /** A number of the same chain and key, for a metric that makes its own reading of what another names. */
  readonly beside: (metric: string) => Observation | undefined
  readonly calls: readonly RecordedCall[]
}

/** Longer answers, such as a list of every reserve, stand with their calls. */
const LONGEST = 90

/** `Σ lend.available-usd`, `lend.price:ethereum:WETH` · `Pool.getReserveData(asset).currentLiquidityRate`, `Oracle.getPrice`. */
const number = /(?<id>\b[a-z]+\.[a-z][a-z0-9-]+(?![\w(]))(?::[a-z]+:[\w.@-]+)?/
const call = /(?:[\w’]+(?:\(\))?\.)*(?<called>\w+)\([^()]*\)(?:\.(?<field>\w+))?|\b[A-Z]\w+\.(?<bare>[a-z]\w+)/
const term = new RegExp(`(?<sigma>Σ\\s)?(?:${number.source}|${call.source})`, 'g')

const answered = ({ num, calls }: Sources, name: string, field: string | undefined): readonly string[] =>
  calls
    .filter(({ functionName }) => functionName === name)
    .flatMap((each) => {
      const decoded = decodeCall(num, each)
      const found = field === undefined ? (decoded.length === 1 ? decoded[0] : undefined) : undefined
      return (found ?? decoded.find(({ name: given }) => field !== undefined && given === field))?.text ?? []
    })

const numbersOf = ({ inputs, beside }: Sources, metric: string, isSum: boolean): readonly Observation[] => {
  const nums = inputs.filter((each) => each.metric === metric)
  const own = inputs.length === 0 ? beside(metric) : undefined
  if (own !== undefined) return [own]
  return isSum || nums.length === 1 ? nums : []
}

/** The terms of a total, where its known inputs add up to it exactly: it is told by them alone. */
const termsOf = ({ num, inputs }: Sources): readonly Observation[] | null => {
  if (num.key !== 'TOTAL' && num.chain !== 'all') return null
  const known = inputs.filter(({ value }) => value !== null)
  const whole = sum(known.flatMap(({ value }) => value ?? []))
  return num.value !== null && known.length > 1 && compare(whole, num.value) === 0 ? known : null
}

/** The formula with what it names put in its place; null where nothing of it can be. */
export const fillFormula = (formula: string, sources: Sources): readonly Piece[] | null => {
  const terms = termsOf(sources)
  if (terms !== null) return [{ kind: 'numbers', nums: terms }]

  const matches = [...formula.matchAll(term)]
  const nameOf = ({ groups }: RegExpExecArray) => groups?.called ?? groups?.bare
  const met = new Map<string, number>()

  /** One answer, one a mention, or their sum; nothing where it is not plain which is meant. */
  const answerOf = (match: RegExpExecArray): string | null => {
    const name = nameOf(match)
    if (name === undefined) return null
    const answers = answered(sources, name, match.groups?.field)
    const at = met.get(name) ?? 0
    met.set(name, at + 1)
    if (answers.length < 2) return answers[0] ?? null
    if (match.groups?.sigma !== undefined) return `(${answers.join(' + ')})`
    const mentions = matches.filter((each) => nameOf(each) === name).length
    return mentions === answers.length ? (answers[at] ?? null) : null
  }

  const pieceOf = (match: RegExpExecArray): Piece | null => {
    const id = match.groups?.id
    if (id !== undefined) {
      const nums = metricById(id) ? numbersOf(sources, id, match.groups?.sigma !== undefined) : []
      return nums.length === 0 ? null : { kind: 'numbers', nums }
    }
    const text = answerOf(match)
    return text === null || text.length > LONGEST ? null : { kind: 'answer', text, of: match[0] }
  }

  const pieces: Piece[] = []
  let from = 0
  for (const match of matches) {
    const piece = pieceOf(match)
    if (piece === null) continue
    if (match.index > from) pieces.push({ kind: 'text', text: formula.slice(from, match.index) })
    pieces.push(piece)
    from = match.index + match[0].length
  }
  if (pieces.length === 0) return null
  return from < formula.length ? [...pieces, { kind: 'text', text: formula.slice(from) }] : pieces
}
