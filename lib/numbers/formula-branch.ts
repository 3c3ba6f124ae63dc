import { isChainSlug } from '../chains'
import { metricById, placeOf } from '../metrics'
import type { Observation } from '../metrics/types'
import { productByKey } from '../products'
import type { RecordedCall } from './number-index'

/** A formula's branches: `A, B: how it is for them · C: how it is for C; otherwise`. */
const between = /\s·\s|;\s|；|\.\s(?=[A-Z][\w ]{1,20}:\s)|。(?=[^：。]{1,20}：)/
const labelled = /^([^:：()]{1,60})(?::\s|：)(.*)$/s
/** Alternatives that are calls and nothing else: `sUSDS.ssr(), Pot.dsr() or vault.vsr()`. */
const calls = /^(?:[\w.]+\(\))(?:(?:, | or |、|\s?或\s?)[\w.]+\(\))+$/
const called = /(?:(\w+)\.)?(\w+)\(|\b([A-Z]\w+)\.([a-z]\w+)/g
const metricIds = /\b[a-z]+\.[a-z][a-z0-9-]+/g
const constant = /^\d/
/** Words that lean on another branch. */
const leaning = /\b(?:of it|their sum|the three)\b|其/

/** What a branch may call a number by. */
const namesOf = ({ chain, key, label }: Observation): readonly string[] => {
  const token = key.replace(/[.@].*$/, '')
  const product = productByKey(key)?.name
  const venue = isChainSlug(chain) ? placeOf(chain, key)?.venue : undefined
  const special = token === 'BUIDLI' ? 'BUIDL-I' : undefined
  return [key, token, label, product?.short.en, product?.long.en, venue, special].flatMap((name) => name ?? [])
}

type Facts = {
  readonly names: readonly string[]
  readonly calls: readonly RecordedCall[]
  readonly metrics: ReadonlySet<string>
}

/** 2 and more where all that a branch calls was called, most for the most calls and for the very contract; 0 for none. */
const callsFit = (branch: string, own: readonly RecordedCall[]): number | null => {
  const told = [...branch.matchAll(called)].map(([, of, name, contract, bare]) => ({
    contract: (of ?? contract ?? '').toLowerCase(),
    name: name ?? bare,
  }))
  if (told.length === 0) return null
  const made = told.map(({ contract, name }) => {
    const same = own.filter(({ functionName }) => functionName === name)
    if (same.length === 0) return 0
    const isNamed = same.some(({ contract: each }) => contract !== '' && each.toLowerCase().includes(contract))
    return isNamed ? 1.1 : 1
  })
  if (made.every((each) => each === 0)) return 0
  const sum = made.reduce<number>((all, each) => all + each, 0)
  return (made.includes(0) ? 1.5 : 2) + sum / 100
}

/** How well a branch fits a number: by its label, else by the calls and numbers that it names; 0: it is another's. */
const fitOf = (branch: string, { names, calls: own, metrics }: Facts): number => {
  const [, label, rest = branch] = labelled.exec(branch) ?? []
  if (label !== undefined) {
    const told = label.split(/, |、| and |與/)
    if (told.some((name) => names.includes(name))) return 4
    if (told.every((name) => /^[A-Z0-9_.-]{2,}$/.test(name))) return 0
  }
  if (constant.test(rest)) return own.length + metrics.size === 0 ? 2 : 0
  const fit = callsFit(rest, own)
  if (fit !== null) return fit
  const named = [...branch.matchAll(metricIds)].filter(([id]) => metricById(id) !== undefined)
  if (named.some(([id]) => metrics.has(id))) return 2
  return label === undefined ? 1 : 0
}

/**
 * The branch of a metric's formula by which a number was made, without its label; the whole formula where it is not
 * plain which. A sum over others says so in words that lean on the branch before it: it keeps them all.
 */
export const formulaBranch = (num: Observation, formula: string, own: readonly RecordedCall[]): string => {
  if (num.key === 'TOTAL' || num.chain === 'all') return formula
  const facts = {
    names: namesOf(num),
    calls: own.filter(({ ok }) => ok),
    metrics: new Set((num.inputs ?? []).map((id) => id.slice(0, id.indexOf(':')))),
  }
  const branches = formula
    .split(between)
    .flatMap((branch) => (calls.test(branch) ? branch.split(/, | or |、|\s?或\s?/) : [branch]))
  const fits = branches.map((branch) => fitOf(branch, facts))
  const best = Math.max(...fits)
  const [only, ...more] = branches.filter((_, at) => fits[at] === best)
  if (best < 1 || more.length > 0 || only === undefined) return formula
  return leaning.test(only) ? formula : (labelled.exec(only)?.[2] ?? only).trim()
}
