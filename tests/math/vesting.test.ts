import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fixed, round, toDecimalString } from '@/lib/math/fixed'
import { WAD } from '@/lib/math/ray'
import {
  buckets,
  CLIFF,
  GENESIS_SUPPLY,
  knotsOf,
  LAUNCH,
  plannedBy,
  plannedTotal,
  planYears,
  YEAR,
} from '@/lib/math/spk-plan'
import { type Award, accrued, rewardRateNow, unlocked, unpaid, unstreamed, yanked } from '@/lib/math/vesting'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const referee = JSON.parse(readFileSync(file('vesting.json'), 'utf8')) as { awards: string[][]; plan: string[][] }

/** The team's award as spark-spells 20260212 grants it. */
const team: Award = {
  bgn: 1_750_147_200,
  clf: 1_781_683_200,
  fin: 1_876_291_200,
  tot: 1_200_000_000n * WAD,
  rxd: 0n,
}
/** Stakers' award of 2025-06-26, ended 200 days on with what it had streamed. */
const stakers: Award = {
  bgn: 1_750_687_200,
  clf: 1_750_687_200,
  fin: 1_813_759_200,
  tot: 975_000_000n * WAD,
  rxd: 0n,
}

describe('an award', () => {
  it.each([
    [1_750_147_199, '0', '0'],
    [1_781_683_199, '299999990487062404870624048', '0'],
    [1_781_683_200, '300000000000000000000000000', '300000000000000000000000000'],
    [1_784_275_200, '324657534246575342465753424', '324657534246575342465753424'],
    [1_876_291_200, '1200000000000000000000000000', '1200000000000000000000000000'],
    [2_000_000_000, '1200000000000000000000000000', '1200000000000000000000000000'],
  ])('at %i has what fork tests of Spark’s spells assert, to the wei', (now, streamed, claimable) => {
    expect(accrued(team, now)).toBe(BigInt(streamed))
    expect(unlocked(team, now)).toBe(BigInt(claimable))
    expect(unpaid(team, now)).toBe(BigInt(claimable))
  })

  it('owes what has streamed less what was paid', () => {
    expect(unpaid({ ...team, rxd: 300_000_000n * WAD }, 1_784_275_200)).toBe(24657534246575342465753424n)
    expect(() => unpaid({ ...team, rxd: team.tot }, 1_784_275_200)).toThrow(RangeError)
    expect(unpaid({ ...team, rxd: team.tot }, CLIFF - 1)).toBe(0n)
  })

  it('counts times as contracts give them, number or bigint', () => {
    const wide = { ...team, bgn: BigInt(team.bgn), clf: BigInt(team.clf), fin: BigInt(team.fin) }
    expect(accrued(wide, 1_784_275_200n)).toBe(accrued(team, 1_784_275_200))
  })

  it('has no time in which to stream where it is paid at once', () => {
    const once = { bgn: LAUNCH, clf: LAUNCH, fin: LAUNCH, tot: 5n }
    expect([accrued(once, LAUNCH - 1), accrued(once, LAUNCH)]).toEqual([0n, 5n])
  })
})

describe('a yanked award', () => {
  const end = Number(stakers.bgn) + 200 * 86_400 + 7

  it('keeps what had streamed and forgets the rest', () => {
    const cut = yanked({ ...stakers, rxd: 17n }, end)
    expect(cut).toEqual({ ...stakers, fin: end, tot: accrued(stakers, end), rxd: 17n })
    expect(accrued(cut, end + YEAR)).toBe(accrued(stakers, end))
  })

  it('still has streamed in the same line before, but for the last wei', () => {
    const cut = yanked(stakers, end)
    for (let t = Number(stakers.bgn); t < end; t += 1_234_567) {
      const lost = accrued(stakers, t) - accrued(cut, t)
      expect(lost === 0n || lost === 1n).toBe(true)
    }
  })

  it('leaves nothing before its cliff, and no beginning before its beginning', () => {
    expect(yanked(team, CLIFF - 1)).toEqual({ ...team, clf: CLIFF - 1, fin: CLIFF - 1, tot: 0n })
    expect(yanked(team, LAUNCH - 9)).toEqual({ ...team, bgn: LAUNCH - 9, clf: LAUNCH - 9, fin: LAUNCH - 9, tot: 0n })
  })

  it('may end later, never in the past, and not after its own end', () => {
    expect(yanked(stakers, end, end + 60).fin).toBe(end + 60)
    expect(yanked(stakers, end, end - 60).fin).toBe(end)
    expect(yanked(stakers, stakers.fin)).toEqual(stakers)
  })
})

describe('a farm', () => {
  const rate = (2_275_000_000n * WAD) / 63_072_000n

  it('pays its rate up to the period’s end, and nothing after it, whatever it still answers', () => {
    expect(rate).toBe(36069888381532217148n)
    expect([rewardRateNow(rate, 100, 99), rewardRateNow(rate, 100, 100), rewardRateNow(rate, 100, 101)]).toEqual([
      rate,
      0n,
      0n,
    ])
    expect([unstreamed(rate, 100, 90), unstreamed(rate, 100, 100), unstreamed(rate, 100, 101)]).toEqual([
      rate * 10n,
      0n,
      0n,
    ])
  })
})

/** Spark's launch documentation: in the year, by its end, share of 6.5 billion; rounded there to two decimals. */
const published = [
  ['1625.00', '1625.00', '25.00'],
  ['1625.00', '3250.00', '50.00'],
  ['812.50', '4062.50', '62.50'],
  ['812.50', '4875.00', '75.00'],
  ['406.25', '5281.25', '81.25'],
  ['406.25', '5687.50', '87.50'],
  ['203.13', '5890.63', '90.63'],
  ['203.13', '6093.75', '93.75'],
  ['203.13', '6296.88', '96.88'],
  ['203.13', '6500.00', '100.00'],
]
const exact = ['1625', '1625', '812.5', '812.5', '406.25', '406.25', '203.125', '203.125', '203.125', '203.125']
const millions = (wei: bigint) => fixed(wei, 24)
const toTwo = (wei: bigint, decimals: number) => {
  const [whole = '', part = ''] = toDecimalString(round(fixed(wei, decimals), 2)).split('.')
  return `${whole}.${part.padEnd(2, '0')}`
}

describe('Sky’s ten-year table', () => {
  const years = planYears('SKY_ARTICLE')

  it('is the published one, to the last digit', () => {
    expect(years.map(({ released }) => toDecimalString(millions(released)))).toEqual(exact)
    expect(
      years.map(({ released, cumulative }) => [
        toTwo(released, 24),
        toTwo(cumulative, 24),
        toTwo((cumulative * 100n * 10n ** 18n) / plannedTotal('SKY_ARTICLE'), 18),
      ]),
    ).toEqual(published)
    expect(years.map(({ year }) => year)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('adds up to 6.5 billion, not to the 6,500.02 million of its rounded years', () => {
    expect(years.at(-1)?.cumulative).toBe(6_500_000_000n * WAD)
    expect(plannedTotal('SKY_ARTICLE')).toBe(6_500_000_000n * WAD)
  })

  it('is cut to seven tenths, 4.55 billion, by the Atlas since 2026', () => {
    expect(planYears('SKY_ATLAS').map(({ released }) => released / WAD)).toEqual([
      1137500000n,
      1137500000n,
      568750000n,
      568750000n,
      284375000n,
      284375000n,
      142187500n,
      142187500n,
      142187500n,
      142187500n,
    ])
    expect(plannedTotal('SKY_ATLAS')).toBe(4_550_000_000n * WAD)
  })
})

describe('SPK’s plan', () => {
  it('releases all that was minted, whichever reading of the ecosystem’s tail', () => {
    const end = LAUNCH + 10 * YEAR
    for (const ecosystem of ['ECOSYSTEM', 'ECOSYSTEM_36M'] as const)
      expect(plannedBy('SKY_ARTICLE', end) + plannedBy('TEAM', end) + plannedBy(ecosystem, end)).toBe(GENESIS_SUPPLY)
  })

  it('jumps where it is said to, and is straight between its knots', () => {
    for (const bucket of buckets) {
      const knots = knotsOf(bucket)
      expect(plannedBy(bucket, LAUNCH - 1)).toBe(0n)
      for (const [i, from] of knots.entries()) {
        const to = knots[i + 1] ?? from + YEAR
        const [a, b, middle] = [from, to, Math.floor((from + to) / 2)].map((t) => plannedBy(bucket, t))
        if (a === undefined || b === undefined || middle === undefined) throw new Error('no value')
        const straight = a + ((b - a) * BigInt(Math.floor((from + to) / 2) - from)) / BigInt(to - from)
        const apart = middle - straight
        expect(apart >= -1n && apart <= 1n, `${bucket} ${from}`).toBe(true)
      }
    }
    expect(knotsOf('TEAM')).toEqual([LAUNCH, CLIFF - 1, CLIFF, LAUNCH + 4 * YEAR])
    expect(knotsOf('ECOSYSTEM')).toEqual([LAUNCH, CLIFF - 1, CLIFF])
  })
})

describe('vesting recomputed in Python with exact fractions', () => {
  it('agrees to the wei for awards', () => {
    for (const row of referee.awards) {
      const [bgn = 0n, clf = 0n, fin = 0n, tot = 0n, rxd = 0n, now = 0n, ...expected] = row.map(BigInt)
      const award = { bgn, clf, fin, tot, rxd }
      expect([accrued(award, now), unlocked(award, now), unpaid(award, now)], String(row)).toEqual(expected)
    }
  })

  it('agrees to the wei for the plan, before, in and after its ten years', () => {
    for (const [t = '', ...expected] of referee.plan)
      expect(
        buckets.map((bucket) => plannedBy(bucket, Number(t))),
        t,
      ).toEqual(expected.map(BigInt))
  })
})
