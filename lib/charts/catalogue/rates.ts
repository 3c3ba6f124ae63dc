import { type ChainSlug, chainBySlug, chainSlugs, isChainSlug, tokenLabel } from '../../chains'
import {
  type Chart,
  defineChart,
  type Latest,
  type LatestValue,
  type SeriesSpec,
  type Words,
} from '../define/define-chart'
import type { Colour } from '../render/palette'

/** Savings products in the order in which they matter, by key; what they are called and drawn in. */
const products: readonly { readonly key: string; readonly name: string; readonly colour: Colour }[] = [
  { key: 'SUSDS', name: 'sUSDS', colour: 'savings' },
  { key: 'SPUSDC', name: 'Spark USDC', colour: 'c1' },
  { key: 'SPUSDT', name: 'Spark USDT', colour: 'c3' },
  { key: 'SPETH', name: 'Spark ETH', colour: 'c7' },
  { key: 'SDAI', name: 'sDAI', colour: 'c6' },
  { key: 'SPPYUSD', name: 'Spark PYUSD', colour: 'c4' },
  { key: 'SUSDC', name: 'sUSDC', colour: 'c2' },
  { key: 'SXDAI', name: 'Savings xDAI', colour: 'c5' },
]

/** Reserves that a mode begins with, those most lent first; any other can be added. */
const chosen: readonly { readonly key: string; readonly colour: Colour }[] = [
  { key: 'USDC', colour: 'lend' },
  { key: 'USDT', colour: 'c2' },
  { key: 'USDS', colour: 'savings' },
  { key: 'WETH', colour: 'c7' },
  { key: 'DAI', colour: 'c3' },
  { key: 'PYUSD', colour: 'c4' },
]
const spare: readonly Colour[] = ['c5', 'c6', 'c8', 'c1', 'rwa', 'liquidity']

type Parsed = { readonly id: string; readonly chain: ChainSlug; readonly key: string }

/** The known numbers of a metric: Ethereum's first, then as the chains stand. */
const numbersOf = (known: ReadonlySet<string>, metric: string): readonly Parsed[] =>
  [...known]
    .flatMap((id): readonly Parsed[] => {
      const [name, chain = '', key] = id.split(':')
      return name === metric && key !== undefined && isChainSlug(chain) ? [{ id, chain, key }] : []
    })
    .sort((a, b) => chainSlugs.indexOf(a.chain) - chainSlugs.indexOf(b.chain) || (a.key < b.key ? -1 : 1))

const named = (name: string, chain: ChainSlug): Words => {
  const { short } = chainBySlug(chain)
  return { en: `${name} · ${short}`, 'zh-Hant': `${name} · ${short}` }
}

const savings = (known: ReadonlySet<string>): readonly SeriesSpec[] => {
  const found = numbersOf(known, 'savings.apy')
  return products.flatMap(({ key, name, colour }) =>
    found
      .filter((number) => number.key === key)
      .map(
        ({ id, chain }, i): SeriesSpec => ({
          key: id,
          class: 'onchain',
          of: { kind: 'numbers', ids: [id] },
          name: named(name, chain),
          mark: 'step',
          colour,
          chain,
          group: `savings ${key}`,
          // the same product on another chain: its rate is carried there, so that it follows
          dashed: i > 0,
          shown: true,
        }),
      ),
  )
}

const ofLend: Readonly<Record<'supply' | 'borrow', Words>> = {
  supply: { en: 'supply', 'zh-Hant': '存款' },
  borrow: { en: 'borrow', 'zh-Hant': '借款' },
}

/** In its own mode a reserve needs no more than its name; beside savings rates it says which of its rates it is. */
const lend = (
  known: ReadonlySet<string>,
  side: 'supply' | 'borrow',
  foreign: boolean,
  chains: readonly ChainSlug[],
): readonly SeriesSpec[] => {
  // away from Ethereum the same reserves begin, else nothing would
  const elsewhere = !foreign && chains.length > 0 && !chains.includes('ethereum')
  const begins = (chain: ChainSlug) => (elsewhere ? chains.includes(chain) : chain === 'ethereum')
  const found = numbersOf(known, `lend.${side}-apy`)
  const rank = ({ chain, key }: Parsed) => {
    const i = begins(chain) ? chosen.findIndex((each) => each.key === key) : -1
    return i === -1 ? chosen.length : i
  }
  return [...found]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, chain, key }, i): SeriesSpec => {
      const own = begins(chain) ? chosen.find((each) => each.key === key) : undefined
      const symbol = tokenLabel(chainBySlug(chain), key)
      const place = chain === 'ethereum' ? '' : ` ${chainBySlug(chain).short}`
      const name = (locale: 'en' | 'zh-Hant') => `${symbol}${place}${foreign ? ` ${ofLend[side][locale]}` : ''}`
      return {
        key: id,
        class: 'onchain',
        of: { kind: 'numbers', ids: [id] },
        name: { en: name('en'), 'zh-Hant': name('zh-Hant') },
        mark: 'line',
        colour: own?.colour ?? spare[i % spare.length] ?? 'c5',
        chain,
        shown: own !== undefined,
      }
    })
}

const highest = (shown: readonly LatestValue[]): LatestValue | undefined =>
  shown.filter(({ value }) => value !== null).sort((a, b) => Number(b.value) - Number(a.value))[0]

const lowest = (shown: readonly LatestValue[]): LatestValue | undefined =>
  shown.filter(({ value }) => value !== null).sort((a, b) => Number(a.value) - Number(b.value))[0]

/** Whether nothing in view pays more, as far as its words tell. */
const isHighest = (first: LatestValue, high: LatestValue): boolean =>
  high.group === first.group || high.text === first.text

const symbolOf = ({ name }: LatestValue): string => name.split(' ')[0] ?? name

const bare = (name: string): string => name.split(' · ')[0] ?? name

const captionEn = ({ shown, view }: Latest): string => {
  const [first] = shown
  const [high, low] = [highest(shown), lowest(shown)]
  if (first === undefined || high === undefined || low === undefined) return 'No rate in view is known.'
  if (view.mode !== 'savings') {
    const pays = view.mode === 'supply' ? 'earns' : 'costs'
    const verb = view.mode === 'supply' ? 'Supplying' : 'Borrowing'
    const subject = `${verb} ${symbolOf(first)} on SparkLend`
    const range =
      high === low ? '' : `; in view it ranges from ${low.text} (${symbolOf(low)}) to ${high.text} (${symbolOf(high)})`
    return first.value === null
      ? `What ${verb.toLowerCase()} ${symbolOf(first)} on SparkLend ${pays} is not known.`
      : `${subject} ${pays} ${first.text} APY${range}.`
  }
  if (first.value === null) return `What ${bare(first.name)} pays is not known.`
  const best = isHighest(first, high)
    ? '; no product in view pays more'
    : `; the highest in view is ${bare(high.name)} with ${high.text}`
  return `${bare(first.name)} pays ${first.text} APY${shown.length > 1 ? best : ''}.`
}

const captionZh = ({ shown, view }: Latest): string => {
  const [first] = shown
  const [high, low] = [highest(shown), lowest(shown)]
  if (first === undefined || high === undefined || low === undefined) return '圖中沒有已知的利率。'
  if (view.mode !== 'savings') {
    const verb = view.mode === 'supply' ? '存入' : '借入'
    const range = high === low ? '' : `；圖中由 ${symbolOf(low)} 的 ${low.text} 至 ${symbolOf(high)} 的 ${high.text}`
    return first.value === null
      ? `在 SparkLend ${verb} ${symbolOf(first)} 的年利率未知。`
      : `在 SparkLend ${verb} ${symbolOf(first)}，APY 為 ${first.text}${range}。`
  }
  if (first.value === null) return `${bare(first.name)} 的利率未知。`
  const best = isHighest(first, high) ? '，圖中沒有更高的產品' : `；圖中最高的是 ${bare(high.name)}，${high.text}`
  return `${bare(first.name)} 的 APY 為 ${first.text}${shown.length > 1 ? best : ''}。`
}

export const rates: Chart = defineChart({
  slug: 'rates',
  version: 1,
  view: {
    modes: ['savings', 'supply', 'borrow'],
    scales: ['linear', 'log'],
    ranges: ['30d', '90d', '1y', 'all'],
    range: '1y',
    chains: chainSlugs,
  },
  text: {
    en: {
      title: 'Rates',
      what: 'What saving with Spark pays, and what supplying and borrowing on SparkLend yields and costs, as APY.',
      notes: [
        'Savings rates hold until governance moves them, so they step; SparkLend’s follow utilisation.',
        'Savings xDAI states a simple rate, without compounding.',
      ],
      modes: { savings: 'savings', supply: 'supply', borrow: 'borrow' },
    },
    'zh-Hant': {
      title: '利率',
      what: '在 Spark 儲蓄的收益，以及在 SparkLend 存款與借款的年利率，皆以 APY 表示。',
      notes: [
        '儲蓄利率在治理調整前維持不變，故呈階梯狀；SparkLend 的利率隨使用率變動。',
        'Savings xDAI 公布的是單利，未計複利。',
      ],
      modes: { savings: '儲蓄', supply: '存款', borrow: '借款' },
    },
  },
  unit: 'ratio',
  series({ known, mode, foreign = false, chains = [] }) {
    return mode === 'supply' || mode === 'borrow' ? lend(known, mode, foreign, chains) : savings(known)
  },
  events: [
    {
      t: Date.UTC(2025, 3, 17) / 1000,
      text: { en: 'SP-BEAM may set rates', 'zh-Hant': '利率可由 SP-BEAM 調整' },
      modes: ['savings'],
      source: 'Sky executive vote of 2025-04-17',
    },
  ],
  caption: (latest, locale) => (locale === 'en' ? captionEn(latest) : captionZh(latest)),
  source: {
    en: 'Contracts of Sky and Spark, read at one block a chain',
    'zh-Hant': 'Sky 與 Spark 合約，每條鏈於單一區塊讀取',
  },
})
