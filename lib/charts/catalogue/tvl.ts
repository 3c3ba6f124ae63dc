import { type ChainSlug, chainBySlug, chainSlugs } from '../../chains'
import { formatPercent } from '../../format/number'
import { DAY } from '../../format/time'
import { type Chart, defineChart, type Latest, type SeriesSpec, type Words } from '../define/define-chart'
import type { Colour } from '../render/palette'
import { differenceOf, ratioOf } from '../state/figures'
import { says, spaced } from '../words'

const lines: readonly {
  readonly key: string
  readonly name: Words
  readonly colour: Colour
  readonly class: 'onchain' | 'issuer'
}[] = [
  { key: 'RWA', name: { en: 'RWA', 'zh-Hant': '代幣化國債' }, colour: 'rwa', class: 'issuer' },
  { key: 'LIQUIDITY', name: { en: 'Liquidity', 'zh-Hant': '流動性層' }, colour: 'liquidity', class: 'issuer' },
  { key: 'SAVINGS', name: { en: 'Savings', 'zh-Hant': '儲蓄' }, colour: 'savings', class: 'onchain' },
  { key: 'LEND', name: { en: 'Lend', 'zh-Hant': '借貸' }, colour: 'lend', class: 'onchain' },
]

const chainColours: Readonly<Record<ChainSlug, Colour>> = {
  ethereum: 'c1',
  gnosis: 'c2',
  base: 'c7',
  arbitrum: 'c3',
  optimism: 'c6',
  unichain: 'c4',
}

/** What a stack shows of a number: its own id is its name in links. */
const part = (id: string, rest: Pick<SeriesSpec, 'name' | 'colour' | 'class' | 'chain'>): SeriesSpec => ({
  key: id,
  of: { kind: 'numbers', ids: [id] },
  mark: 'area',
  shown: true,
  ...rest,
})

/** Of chosen chains a line is the exact sum of theirs; it keeps its name in links. */
const byLine = (known: ReadonlySet<string>, chains: readonly ChainSlug[]): readonly SeriesSpec[] =>
  lines.flatMap(({ key, ...rest }): readonly SeriesSpec[] => {
    const id = `tvl.line-usd:all:${key}`
    const asked = chains.length === 0 ? [id] : chains.map((chain) => `tvl.line-usd:${chain}:${key}`)
    const [first, ...others] = asked.filter((each) => known.has(each))
    if (first === undefined) return []
    const [only, second] = chains
    const chain = only !== undefined && second === undefined ? only : 'all'
    return [{ ...part(id, { ...rest, chain }), of: { kind: 'numbers', ids: [first, ...others] } }]
  })

const byChain = chainSlugs.map((slug) => {
  const { short } = chainBySlug(slug)
  const name = { en: short, 'zh-Hant': short }
  return part(`tvl.total-usd:${slug}:TOTAL`, { name, colour: chainColours[slug], class: 'issuer', chain: slug })
})

const MONTH = 30 * DAY

const moved = (latest: Latest): string | null => {
  const before = latest.totalBefore(MONTH)
  return latest.total === null || before === null ? null : ratioOf(differenceOf(latest.total, before), before)
}

/** Too little to be seen at the one decimal that captions say. */
const isLevel = (change: string): boolean => Math.abs(Number(change)) < 0.0005

/** The parts that matter, largest first, as shares of the whole. */
const largest = ({ shown, total, share }: Latest): readonly (readonly [name: string, share: string])[] =>
  shown
    .flatMap(({ name, value }) =>
      value === null || total === null ? [] : [{ name, part: Number(value), share: share(value, total) }],
    )
    .filter(({ part: size }) => size > 0)
    .sort((a, b) => b.part - a.part)
    .slice(0, 3)
    .map((each) => [each.name, each.share] as const)

/** The chains that a visitor kept to. */
const chainNames = ({ view }: Latest): readonly string[] => view.chains.map((slug) => chainBySlug(slug).short)

const captionEn = (latest: Latest): string => {
  const where = latest.view.mode === 'chain' ? 'on' : 'in'
  const { total, missing } = latest
  if (total === null)
    return missing.length > 0
      ? `The total is not known: ${missing.join(', ')} could not be read.`
      : 'The total is not known yet.'
  const change = moved(latest)
  const trend =
    change === null
      ? ''
      : isLevel(change)
        ? ', as much as 30 days ago'
        : `, ${formatPercent(change.replace('-', ''), 'en', { decimals: 1 })} ${change.startsWith('-') ? 'less' : 'more'} than 30 days ago`
  const parts = largest(latest).map(([name, share]) => `${share} ${where} ${name}`)
  const on = chainNames(latest)
  return `Spark holds ${latest.amount(total)}${on.length > 0 ? ` on ${says.en.and(on)}` : ''}${trend}${parts.length > 1 ? `: ${parts.join(', ')}` : ''}.`
}

const captionZh = (latest: Latest): string => {
  const { total, missing } = latest
  if (total === null) return missing.length > 0 ? spaced(`總額未知：${missing.join('、')}無法讀取。`) : '總額尚未得知。'
  const change = moved(latest)
  const trend =
    change === null
      ? ''
      : isLevel(change)
        ? '，與 30 天前持平'
        : `，較 30 天前${change.startsWith('-') ? '減少' : '增加'} ${formatPercent(change.replace('-', ''), 'zh-Hant', { decimals: 1 })}`
  const parts = largest(latest).map(([name, share]) => spaced(`${name}占 ${share}`))
  const on = chainNames(latest)
  return `Spark ${on.length > 0 ? `在 ${says['zh-Hant'].and(on)} ` : ''}共持有 ${latest.amount(total)}${trend}${parts.length > 1 ? `：${parts.join('、')}` : ''}。`
}

export const tvl: Chart = defineChart({
  slug: 'tvl',
  version: 1,
  view: {
    modes: ['line', 'chain'],
    scales: ['linear', 'share', 'log'],
    ranges: ['30d', '90d', '1y', 'all'],
    range: '1y',
    chains: chainSlugs,
  },
  text: {
    en: {
      title: 'Total value locked',
      what: 'What Spark’s contracts hold, in US dollars, each dollar once.',
      notes: ['Counted once: what one line holds of another is taken out; each step is a number with its own proof.'],
      modes: { line: 'by line', chain: 'by chain' },
    },
    'zh-Hant': {
      title: '總鎖倉價值',
      what: 'Spark 各合約持有的資產，以美元計，每一美元只計一次。',
      notes: ['只計一次：某條產品線持有另一條產品線的部分會先扣除，每一步都是可驗證的數字。'],
      modes: { line: '依產品線', chain: '依鏈' },
    },
  },
  unit: 'usd',
  series({ known, mode, chains = [] }) {
    return mode === 'chain' ? byChain.filter(({ key }) => known.has(key)) : byLine(known, chains)
  },
  events: [
    {
      t: Date.UTC(2025, 3, 3) / 1000,
      text: { en: 'treasury funds admitted', 'zh-Hant': '納入代幣化國債' },
      modes: ['line'],
      source: 'sparkdotfi/spark-spells, SparkEthereum_20250403',
    },
    {
      t: Date.UTC(2025, 9, 2) / 1000,
      text: { en: 'Savings V2 opens', 'zh-Hant': '儲蓄 V2 上線' },
      modes: ['line'],
      source: 'sparkdotfi/spark-spells, SparkEthereum_20251002',
    },
  ],
  caption: (latest, locale) => (locale === 'en' ? captionEn(latest) : captionZh(latest)),
  source: {
    en: 'Spark’s contracts, read at one block a chain',
    'zh-Hant': 'Spark 合約，每條鏈於單一區塊讀取',
  },
})
