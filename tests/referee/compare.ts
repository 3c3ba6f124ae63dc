import { numbersJson } from '@/lib/api/number-json'
import type { Snapshot } from '@/lib/snapshot/types'
import { abs, atMost, type Exact, exact, minus, parse, show, times } from './exact'
import type { Expected, Near } from './expected-numbers'
import { type Judgement, judged } from './referee'

type Said = ReturnType<typeof numbersJson>['numbers'][number]

/** Far below what is asked for (1e-9 of an APY, 0.1 % of a sum), so that a rounding gone wrong shows. */
const isNear = (said: Exact, expected: Exact, near: Near): boolean => {
  const apart = abs(minus(said, expected))
  if (near === 'exact') return apart.over === 0n
  const relative = times(abs(expected), exact(1n, 10n ** (near === 'ratio' ? 12n : 9n)))
  // A ratio near 0 is held to 1e-15; dollars to the thousandth of a cent that a vault's rounding may cost.
  const absolute = exact(1n, 10n ** (near === 'ratio' ? 15n : 5n))
  return atMost(apart, relative) || atMost(apart, absolute)
}

const complaint = (said: Said, expected: Expected): string | null => {
  const told = `${said.status} ${said.value}${said.reason === undefined ? '' : ` (${said.reason})`}`
  const want = `${expected.isOld ? 'stale' : expected.status} ${expected.value === undefined ? (expected.note ?? '') : show(expected.value)}`
  const differs = `${said.id}: ${told}, should be ${want}`
  if (expected.status === 'unknown') return said.status === 'absent' || said.status === 'failed' ? null : differs
  if (said.status !== (expected.isOld ? 'stale' : expected.status)) return differs
  if (expected.note !== undefined && said.note !== expected.note) return `${differs}, noted ${said.note}`
  if (expected.value === undefined) return said.value === null ? null : differs
  if (said.value === null || !isNear(parse(said.value), expected.value, expected.near)) return differs
  return omissions(said, expected)
}

const chainOf = (id: string) => id.split(':')[1]
const isSum = (id: string) => /:(?:TOTAL|LEND|SAVINGS|LIQUIDITY|RWA|BUIDL_FUND)$/.test(id)

/** A sum names what it leaves out: those very numbers, or the sum of a chain of which nothing is known. */
const omissions = (said: Said, { omitted, idle = [] }: Expected): string | null => {
  if (omitted === undefined) return null
  const named = (said.omitted ?? []).map(({ id }) => id)
  const sums = named.filter(isSum)
  const isNamed = (id: string) => named.includes(id) || sums.some((sum) => chainOf(sum) === chainOf(id))
  const missing = omitted.filter((id) => !isNamed(id))
  const needless = named.filter((id) => !isSum(id) && !omitted.includes(id) && !idle.includes(id))
  if (missing.length === 0 && needless.length === 0) return null
  return `${said.id}: should name ${missing.join(', ') || 'nothing more'}, and not ${needless.join(', ') || 'nothing'}`
}

/** Everything in which the snapshot, as the API says it, and the judgement differ; ids both ways. */
export const complaints = (snapshot: Snapshot, { book, withoutMarket }: Judgement): readonly string[] => {
  const said = new Map(numbersJson('live', snapshot, snapshot.numbers).numbers.map((number) => [number.id, number]))
  const found: string[] = []
  for (const [id, expected] of book.expected) {
    if (!judged.has(id.slice(0, id.indexOf(':'))) && !id.endsWith('idle-usd')) continue
    const number = said.get(id)
    const about = number ? complaint(number, expected) : `${id}: not there, should be ${expected.status}`
    if (about !== null) found.push(about)
  }
  for (const [id, number] of said) {
    if (!judged.has(number.metric) || book.expected.has(id)) continue
    const isOfMarket = number.metric.startsWith('lend.') || number.key === 'LEND'
    const hasNoMarket = isOfMarket && withoutMarket.some((slug) => slug === number.chain)
    if (!hasNoMarket || number.status !== 'absent') found.push(`${id}: ${number.status} ${number.value}, unexpected`)
  }
  return found.sort()
}
