import type { Metric, Observation, Unit } from '../metrics/types'

/** The version of each metric that is read, by its id. */
export type Versions = ReadonlyMap<string, number>

export const versionsOf = (metrics: readonly Metric[]): Versions =>
  new Map(metrics.map(({ id, versions }) => [id, versions.at(-1)?.version ?? 0]))

/** Units of what there is, not of what is switched on or counted. */
const amounts: ReadonlySet<Unit> = new Set(['token', 'usd', 'ratio', 'ray', 'assets-per-share', 'token-per-second'])
/** Of these each number by itself, however small, is not nothing from one block to the next. */
const prices: ReadonlySet<string> = new Set(['lend.price', 'rwa.nav', 'savings.share-price', 'savings.rate'])
/** Dollars that do not leave from one block to the next without notice. */
const largeUsd = 1_000_000n
/** A fall to less than this part is one to nothing. */
const fallenPart = 100n

/** A number that was there, and the same one now. */
type Pair = { readonly before: Observation; readonly now: Observation | undefined }

const isPositive = ({ status, value, unit }: Observation) =>
  (status === 'ok' || status === 'stale') && value !== null && value.raw > 0n && amounts.has(unit)

/** What the contract itself explains: halted, never set, no curve. */
const isExplained = (now: Observation) => now.note !== undefined || now.code === 'not-set' || now.code === 'no-curve'

/** Neither does a failure count: it is said as one, and every sum names it. */
const isNothing = ({ now }: Pair) =>
  now === undefined || now.status === 'absent' || (now.status !== 'failed' && now.value?.raw === 0n)

const isBelow = ({ before, now }: Pair): boolean => {
  if (!before.value || !now?.value) return false
  const [a, b] = [before.value, now.value]
  return b.raw * fallenPart * 10n ** BigInt(a.decimals) < a.raw * 10n ** BigInt(b.decimals)
}

const isLarge = ({ unit, value }: Observation) =>
  unit === 'usd' && value !== null && value.raw >= largeUsd * 10n ** BigInt(value.decimals)

const matters = ({ before, now }: Pair) => prices.has(before.metric) || isLarge(before) || now?.status === 'absent'

/** Numbers that fell to nothing without a failure: prices, large sums and contracts each, others where most of a metric did. */
export const collapsedNumbers = (
  before: readonly Observation[],
  now: readonly Observation[],
  versions: Versions,
): { readonly collapsed: readonly string[]; readonly most: boolean } => {
  const byId = new Map(now.map((each) => [each.id, each]))
  const ofMetric = new Map<string, { of: number; readonly fallen: Pair[] }>()
  const collapsed = new Set<string>()
  let compared = 0
  let nothing = 0
  for (const each of before) {
    if (!isPositive(each) || versions.get(each.metric) !== each.methodVersion) continue
    const pair = { before: each, now: byId.get(each.id) }
    const group = ofMetric.get(each.metric) ?? { of: 0, fallen: [] }
    ofMetric.set(each.metric, group)
    group.of += 1
    compared += 1
    const explained = pair.now !== undefined && isExplained(pair.now)
    const fallen = !explained && isNothing(pair)
    if (fallen) {
      group.fallen.push(pair)
      nothing += 1
    }
    if (matters(pair) && (fallen || (!explained && isBelow(pair)))) collapsed.add(each.id)
  }
  for (const { of, fallen } of ofMetric.values())
    if (fallen.length * 2 > of) for (const { before: each } of fallen) collapsed.add(each.id)
  return { collapsed: [...collapsed], most: nothing * 2 > compared }
}
