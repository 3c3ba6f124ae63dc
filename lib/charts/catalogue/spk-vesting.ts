import { formatPercent } from '../../format/number'
import { type Bar, type Chart, defineChart, type Latest, type SeriesSpec, type Words } from '../define/define-chart'
import { CLIFF, genesisSupply, LAUNCH, PLAN_END, type Plan, spkPlans, YEAR } from '../define/spk-plan'
import type { Colour } from '../render/palette'
import { addDecimals } from '../state/aligned-series'
import { differenceOf, ratioOf } from '../state/figures'

type PlanName = 'sky' | 'team' | 'ecosystem' | 'tail'

const names: Readonly<Record<PlanName | 'atlas' | 'stream' | 'distributed' | 'claimed', Words>> = {
  sky: { en: 'Sky farming', 'zh-Hant': 'Sky 挖礦' },
  team: { en: 'Team', 'zh-Hant': '團隊' },
  ecosystem: { en: 'Ecosystem', 'zh-Hant': '生態系' },
  tail: { en: 'Ecosystem, unsettled', 'zh-Hant': '生態系（未定）' },
  atlas: { en: 'Sky farming, Atlas 2026', 'zh-Hant': 'Sky 挖礦（2026 Atlas）' },
  stream: { en: 'Streamed', 'zh-Hant': '歸屬' },
  distributed: { en: 'Distributed', 'zh-Hant': '已發放' },
  claimed: { en: 'Claimed', 'zh-Hant': '已領取' },
}

/** What the earliest reading has more than the slowest: 600 M after the first year, 0 after the fourth. */
const tail: Plan = {
  knots: spkPlans.ECOSYSTEM.knots.concat(spkPlans.ECOSYSTEM_36M.knots),
  at: (t) => differenceOf(spkPlans.ECOSYSTEM.at(t), spkPlans.ECOSYSTEM_36M.at(t)),
}

const plans: readonly {
  readonly key: PlanName
  readonly plan: Plan
  readonly colour: Colour
  readonly hatched?: boolean
}[] = [
  { key: 'sky', plan: spkPlans.SKY_ARTICLE, colour: 'spk' },
  { key: 'team', plan: spkPlans.TEAM, colour: 'c7' },
  { key: 'ecosystem', plan: spkPlans.ECOSYSTEM_36M, colour: 'c3' },
  { key: 'tail', plan: tail, colour: 'c3', hatched: true },
]

/** The numbers that these are; what two of them differ by has a name of its own. */
const planKeys: Readonly<Record<PlanName, string>> = {
  sky: 'spk.planned:ethereum:SKY_ARTICLE',
  team: 'spk.planned:ethereum:TEAM',
  ecosystem: 'spk.planned:ethereum:ECOSYSTEM_36M',
  tail: 'plan-tail',
}

const planned = (): readonly SeriesSpec[] => [
  ...plans.map(
    ({ key, plan, colour, hatched = false }): SeriesSpec => ({
      key: planKeys[key],
      name: names[key],
      of: { kind: 'plan', ...plan },
      mark: 'area',
      colour,
      class: 'promise',
      chain: 'ethereum',
      hatched,
      shown: true,
    }),
  ),
  {
    key: 'spk.planned:ethereum:SKY_ATLAS',
    name: names.atlas,
    of: { kind: 'plan', ...spkPlans.SKY_ATLAS },
    mark: 'line',
    colour: 'spk',
    class: 'promise',
    chain: 'ethereum',
    dashed: true,
    shown: true,
  },
]

const isAward = (key: string): boolean => /\.\d+$/.test(key)

/** What the contracts say, and which keys make up its total: Sky's awards are claimed from the farms that they feed. */
const observations = [
  { key: 'stream', mark: 'line', colour: 'c2', counts: isAward },
  { key: 'distributed', mark: 'step', colour: 'c1', counts: isAward },
  { key: 'claimed', mark: 'step', colour: 'ember', counts: (key: string) => !key.startsWith('MCD_VEST_') },
] as const

/** The total where there is one, else the exact sum of what makes it up. */
const observed = (known: ReadonlySet<string>): readonly SeriesSpec[] =>
  observations.flatMap(({ key, mark, colour, counts }): readonly SeriesSpec[] => {
    const metric = `spk.${key}:ethereum:`
    const parts = [...known].filter((id) => id.startsWith(metric) && counts(id.slice(metric.length))).sort()
    const [first, ...rest] = known.has(`${metric}TOTAL`) ? [`${metric}TOTAL`] : parts
    if (first === undefined) return []
    const of = { kind: 'numbers', ids: [first, ...rest] } as const
    return [{ key, name: names[key], of, mark, colour, class: 'onchain', chain: 'ethereum', shown: true }]
  })

/** Years of 365 days since the launch; what is released at the launch itself belongs to the first. */
const yearsOf = (plan: Plan): readonly Bar[] =>
  Array.from({ length: 10 }, (_, year): Bar => {
    const [from, to] = [LAUNCH + year * YEAR, LAUNCH + (year + 1) * YEAR]
    return { from, to, value: year === 0 ? plan.at(to) : differenceOf(plan.at(to), plan.at(from)) }
  })

const yearlyPlans: Readonly<Record<PlanName, readonly Bar[]>> = {
  sky: yearsOf(spkPlans.SKY_ARTICLE),
  team: yearsOf(spkPlans.TEAM),
  ecosystem: yearsOf({ knots: [], at: (t) => differenceOf(spkPlans.ECOSYSTEM.at(t), t >= CLIFF ? '600000000' : '0') }),
  tail: yearsOf({ knots: [], at: (t) => (t >= CLIFF ? '600000000' : '0') }),
}

const yearly = (): readonly SeriesSpec[] =>
  plans.map(
    ({ key, colour, hatched = false }): SeriesSpec => ({
      key: `year-${key}`,
      name: names[key],
      of: { kind: 'bars', bars: yearlyPlans[key] },
      mark: 'bars',
      colour,
      class: 'promise',
      chain: 'ethereum',
      hatched,
      shown: true,
    }),
  )

/** Planned to be out by now, in its two readings. */
const plannedNow = ({ asOf }: Latest): { readonly least: string; readonly most: string } => {
  const sum = (ecosystem: Plan): string =>
    addDecimals(addDecimals(spkPlans.SKY_ARTICLE.at(asOf), spkPlans.TEAM.at(asOf)), ecosystem.at(asOf))
  return { least: sum(spkPlans.ECOSYSTEM_36M), most: sum(spkPlans.ECOSYSTEM) }
}

const ofSupply = (value: string): string => formatPercent(ratioOf(value, genesisSupply), 'en', { decimals: 1 })

const captionEn = (latest: Latest): string => {
  if (latest.view.mode === 'yearly')
    return 'The plan releases half of Sky’s 6.5 billion SPK in its first two years; what a year brings then halves in 2027, 2029 and 2031.'
  const { least, most } = plannedNow(latest)
  const range = least === most ? latest.amount(most) : `between ${latest.amount(least)} and ${latest.amount(most)}`
  const [distributed, claimed] = [latest.find('distributed')?.value, latest.find('claimed')?.value]
  const plan = `By plan ${range} (${ofSupply(most)} of the supply${least === most ? '' : ' at most'}) are released by now`
  if (latest.view.hide.includes('distributed')) return `${plan}.`
  if (distributed == null) return `${plan}; what the contracts have distributed is not known.`
  return `${plan}; the contracts have distributed ${latest.amount(distributed)}${claimed == null ? '' : `, of which ${latest.amount(claimed)} were claimed`}.`
}

const captionZh = (latest: Latest): string => {
  if (latest.view.mode === 'yearly')
    return '依計畫，Sky 的 65 億枚 SPK 有一半在前兩年釋出，其後每年釋出量於 2027、2029 與 2031 年各減半一次。'
  const { least, most } = plannedNow(latest)
  const range =
    least === most ? ` ${latest.amount(most)}` : `介於 ${latest.amount(least)} 與 ${latest.amount(most)} 之間`
  const [distributed, claimed] = [latest.find('distributed')?.value, latest.find('claimed')?.value]
  const plan = `依計畫，至今應釋出${range}（${least === most ? '' : '至多'}占總量 ${ofSupply(most)}）`
  if (latest.view.hide.includes('distributed')) return `${plan}。`
  if (distributed == null) return `${plan}；合約實際發放的數量未知。`
  return `${plan}；合約已發放 ${latest.amount(distributed)}${claimed == null ? '' : `，其中 ${latest.amount(claimed)} 已領取`}。`
}

export const spkVesting: Chart = defineChart({
  slug: 'spk-vesting',
  version: 1,
  view: {
    modes: ['plan', 'observed', 'yearly'],
    scales: ['linear', 'share'],
    ranges: ['all', '1y', '90d', '30d'],
    range: 'all',
    chains: [],
  },
  text: {
    en: {
      title: 'SPK: planned and paid',
      what: 'SPK released by plan, bucket by bucket, beside what the vesting contracts stream, distribute and pay out.',
      notes: [
        'Hatched: 6 % of the supply follow a year after the launch, at once or spread over up to three years; no source says which, and no contract enforces either.',
        'The 17 % released at the launch are read as a share of the whole supply (1.7 billion); other sites take them as a share of the ecosystem’s 2.3 billion.',
        'Since January 2026 the Atlas schedules only seven tenths of Sky’s part (dashed); the rest is reserved.',
      ],
      modes: { plan: 'plan', observed: 'on-chain', yearly: 'per year' },
    },
    'zh-Hant': {
      title: 'SPK：計畫與實際發放',
      what: '各類別依計畫釋出的 SPK，對照歸屬合約實際累計、發放與領取的數量。',
      notes: [
        '斜線部分：總量的 6 % 在上線一年後釋出，可能一次釋出，也可能分至多三年；沒有來源說明，也沒有合約強制執行。',
        '上線時釋出的 17 % 在此指總供應量的 17 %（17 億枚）；其他網站則理解為生態系 23 億枚的 17 %。',
        '自 2026 年 1 月起，Atlas 只安排 Sky 部分的七成（虛線），其餘保留。',
      ],
      modes: { plan: '計畫', observed: '鏈上', yearly: '每年' },
    },
  },
  unit: 'token',
  symbol: 'SPK',
  series({ known, mode }) {
    if (mode === 'yearly') return yearly()
    return mode === 'observed' ? observed(known) : [...planned(), ...observed(known)]
  },
  events: [
    {
      t: Date.UTC(2026, 0, 15) / 1000,
      text: { en: 'SKY stakers’ stream yanked', 'zh-Hant': 'SKY 質押者的歸屬終止' },
      modes: ['plan', 'observed'],
      source: 'sky-ecosystem/spells-mainnet, 2026-01-15',
    },
    {
      t: CLIFF,
      text: { en: 'team’s cliff', 'zh-Hant': '團隊懸崖期滿' },
      modes: ['plan', 'observed'],
      source: 'sparkdotfi/spark-spells, SparkEthereum_20260212',
    },
  ],
  extent: { plan: { from: LAUNCH, to: PLAN_END }, yearly: { from: LAUNCH, to: PLAN_END } },
  whole: genesisSupply,
  caption: (latest, locale) => (locale === 'en' ? captionEn(latest) : captionZh(latest)),
  source: {
    en: 'Sky Atlas and Spark’s launch posts (plan); DssVest and farm contracts (paid)',
    'zh-Hant': '計畫：Sky Atlas 與 Spark 上線公告；發放：DssVest 與挖礦合約',
  },
})
