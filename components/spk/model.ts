import { chainBySlug } from '@/lib/chains'
import { compare } from '@/lib/math/fixed'
import { type Bucket, plannedTotal, planYears } from '@/lib/math/spk-plan'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'

/** The chain that SPK lives on. */
export const home = chainBySlug('ethereum')

/** A number of SPK, all of which are read on Ethereum. */
export const spkNum = (numbers: NumberIndex, name: string, key: string): Observation =>
  numbers.get(`spk.${name}`, home.slug, key)

export type PlanRow = {
  readonly bucket: Bucket
  readonly planned: Observation
  /** All the plan ever releases, in wei. */
  readonly whole: bigint
  /** What contracts say beside it: numbers of the awards that carry it out; none for the ecosystem. */
  readonly observed: readonly Observation[]
}

const carriedOut: Readonly<Record<Bucket, readonly string[]>> = {
  SKY_ARTICLE: ['MCD_VEST_SPK_TREASURY.1', 'MCD_VEST_SPK_TREASURY.2'],
  SKY_ATLAS: ['MCD_VEST_SPK_TREASURY.1'],
  TEAM: ['DSS_VEST.1'],
  ECOSYSTEM: [],
  ECOSYSTEM_36M: [],
}

const shownBuckets: readonly Bucket[] = ['SKY_ARTICLE', 'SKY_ATLAS', 'TEAM', 'ECOSYSTEM', 'ECOSYSTEM_36M']

/** Planned by now, bucket by bucket, beside what the awards have unlocked. */
export const planRows = (numbers: NumberIndex): readonly PlanRow[] =>
  shownBuckets.map((bucket) => ({
    bucket,
    planned: spkNum(numbers, 'planned', bucket),
    whole: plannedTotal(bucket),
    observed: carriedOut[bucket]
      .map((key) => spkNum(numbers, 'unlocked', key))
      .filter(({ code }) => code !== 'not-read'),
  }))

export type YearRow = {
  readonly year: number
  /** Unix seconds of the year's end. */
  readonly to: number
  /** In wei: in the year, and by its end. */
  readonly article: { readonly released: bigint; readonly cumulative: bigint }
  readonly atlas: { readonly released: bigint; readonly cumulative: bigint }
  readonly isNow: boolean
}

/** Sky's ten years as first published and as the Atlas has them now; the year under way is marked. */
export const yearRows = (now: number): readonly YearRow[] => {
  const atlas = planYears('SKY_ATLAS')
  return planYears('SKY_ARTICLE').flatMap((article, index) => {
    const beside = atlas[index]
    if (beside === undefined) return []
    return {
      year: article.year,
      to: article.to,
      article,
      atlas: beside,
      isNow: article.from <= now && now < article.to,
    }
  })
}

/** Unix seconds of the block that SPK was read at; the snapshot's own time where it was not. */
export const timeOfReading = ({ snapshot }: NumberIndex): number => snapshot.asOf[home.slug]?.timestamp ?? snapshot.time

/** Who holds SPK that does not circulate, largest first; nobody who holds none, nor what is not deployed. */
export const lockedRows = (numbers: NumberIndex): readonly Observation[] =>
  numbers
    .of('spk.locked', home.slug)
    .filter((num) => (isKnown(num) ? num.value.raw !== 0n : num.code !== 'not-deployed'))
    .toSorted((a, b) =>
      a.value && b.value ? compare(b.value, a.value) : Number(a.value === null) - Number(b.value === null),
    )

/** How many of the listed hold nothing. */
export const emptyHolders = (numbers: NumberIndex): number =>
  numbers.of('spk.locked', home.slug).filter((num) => isKnown(num) && num.value.raw === 0n).length

/** Where a registry constant stands on Ethereum. */
export const addressAt = (key: string): `0x${string}` | null => {
  const found = Object.entries(home.contracts).find(([name]) => name === key)
  return found?.[1].address ?? null
}
