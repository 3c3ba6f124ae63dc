/**
 * What governance and the press have said of Spark's treasuries, with where and when: class `stated`, never added to a number
 * read. Press: Decrypt of 5 and 6 May 2025 as re-published (cryptonews.net/news/defi/30907342, chaincatcher.com/en/article/2180111),
 * figures of funds there after DefiLlama. Votes: sparkdotfi/spark-spells@372770a, the spells of the dates given, and their tests.
 */
export type Claim = {
  readonly key: 'holding' | 'market' | 'share' | 'buidl' | 'ustb' | 'jtrsy'
  /** An exact decimal: dollars, or a ratio. */
  readonly value: string
  readonly unit: 'usd' | 'ratio'
  /** The number that is the same thing, read. */
  readonly read: readonly [metric: string, key: string]
}

/** Midnight of 6 May 2025, when the press said all of these. */
export const claimed = 1_746_489_600

export const claims: readonly Claim[] = [
  { key: 'holding', value: '2400000000', unit: 'usd', read: ['rwa.spark-holding-usd', 'TOTAL'] },
  { key: 'market', value: '3500000000', unit: 'usd', read: ['rwa.aum-usd', 'TOTAL'] },
  { key: 'share', value: '0.666666666666', unit: 'ratio', read: ['rwa.spark-share', 'TOTAL'] },
  { key: 'buidl', value: '2810000000', unit: 'usd', read: ['rwa.aum-usd', 'BUIDL_FUND'] },
  { key: 'ustb', value: '490700000', unit: 'usd', read: ['rwa.aum-usd', 'USTB'] },
  { key: 'jtrsy', value: '237100000', unit: 'usd', read: ['rwa.aum-usd', 'JTRSY'] },
]

export type Event = {
  readonly key: 'limits' | 'handover' | 'rest' | 'zeroed'
  /** Unix seconds of the day. */
  readonly at: number
  readonly source: 'spell' | 'spell-test'
}

/** What happened before and after, oldest first. */
export const events: readonly Event[] = [
  { key: 'limits', at: 1_743_638_400, source: 'spell' },
  { key: 'handover', at: 1_753_315_200, source: 'spell' },
  { key: 'rest', at: 1_756_944_000, source: 'spell-test' },
  { key: 'zeroed', at: 1_760_572_800, source: 'spell' },
]
