import { describe, expect, it } from 'vitest'
import { spkVesting } from '@/lib/charts/catalogue/spk-vesting'
import { CLIFF, LAUNCH, PLAN_END, spkPlans, YEAR } from '@/lib/charts/define/spk-plan'

/** The published ten-year table, in millions: what is farmed in each year and by its end, and the totals of both readings. */
const TABLE = [
  [1, 1625, 1625, 300, 4225, 3625],
  [2, 1625, 3250, 600, 6150, 5750],
  [3, 812.5, 4062.5, 900, 7262.5, 7062.5],
  [4, 812.5, 4875, 1200, 8375, 8375],
  [5, 406.25, 5281.25, 1200, 8781.25, 8781.25],
  [6, 406.25, 5687.5, 1200, 9187.5, 9187.5],
  [7, 203.125, 5890.625, 1200, 9390.625, 9390.625],
  [8, 203.125, 6093.75, 1200, 9593.75, 9593.75],
  [9, 203.125, 6296.875, 1200, 9796.875, 9796.875],
  [10, 203.125, 6500, 1200, 10000, 10000],
] as const

const millions = (text: string): number => Number(text) / 1e6

describe('the planned release of SPK', () => {
  it('is the published table, year by year', () => {
    for (const [year, , sky, team, earliest, slowest] of TABLE) {
      const t = LAUNCH + year * YEAR
      const { SKY_ARTICLE, TEAM, ECOSYSTEM, ECOSYSTEM_36M } = spkPlans
      expect(millions(SKY_ARTICLE.at(t))).toBe(sky)
      expect(millions(TEAM.at(t))).toBe(team)
      const sum = (ecosystem: string) => millions(SKY_ARTICLE.at(t)) + millions(TEAM.at(t)) + millions(ecosystem)
      expect(sum(ECOSYSTEM.at(t))).toBe(earliest)
      expect(sum(ECOSYSTEM_36M.at(t))).toBe(slowest)
      expect(millions(spkPlans.SKY_ATLAS.at(t))).toBeCloseTo(sky * 0.7, 9)
    }
  })

  it('equals the team’s vesting contract to the wei wherever that was asserted', () => {
    // fork tests of Spark's own spells: accrued at the cliff, thirty days later, at the end
    expect(spkPlans.TEAM.at(CLIFF)).toBe('300000000')
    expect(spkPlans.TEAM.at(CLIFF + 30 * 86_400)).toBe('324657534.246575342465753424')
    expect(spkPlans.TEAM.at(1_876_291_200)).toBe('1200000000')
    expect(spkPlans.TEAM.at(CLIFF - 1)).toBe('0')
  })

  it('is nothing before the launch and never falls', () => {
    for (const plan of Object.values(spkPlans)) {
      expect(plan.at(LAUNCH - 1)).toBe('0')
      let before = -1
      for (let t = LAUNCH; t <= PLAN_END + YEAR; t += 86_400 * 13) {
        const now = Number(plan.at(t))
        expect(now).toBeGreaterThanOrEqual(before)
        before = now
      }
    }
  })

  it('as yearly bars adds up to everything that was minted', () => {
    const bars = spkVesting.series({ known: new Set(), mode: 'yearly' })
    const all = bars.flatMap(({ of }) => (of.kind === 'bars' ? of.bars : []))
    expect(all.reduce((sum, { value }) => sum + Number(value), 0)).toBe(10e9)
    const farmed = bars.find(({ key }) => key === 'year-sky')?.of
    expect(farmed?.kind === 'bars' && farmed.bars.map(({ value }) => millions(value))).toEqual(
      TABLE.map(([, inYear]) => inYear),
    )
  })
})
