import { readFileSync } from 'node:fs'
import { type ChainSlug, isChainSlug } from '@/lib/chains'
import { splitNumberId } from '@/lib/metrics/number-id'

/** What somebody else read from a chain, and where they wrote it down. */
export type Recorded = {
  readonly id: string
  readonly metric: string
  readonly chain: ChainSlug
  readonly key: string
  /** Rates and factors of a reserve in basis points, all else as the number says it. */
  readonly value: string
  /** Unix seconds. */
  readonly time: number
  readonly source: string
}

const secondsOf = (date: string): number => (/^\d+$/.test(date) ? Number(date) : Date.parse(date) / 1000)

const recordedOf = (line: string): Recorded => {
  const [id = '', value = '', , date = '', source = ''] = line.split(',')
  const [metric, chain, key] = splitNumberId(id) ?? []
  if (metric === undefined || key === undefined || chain === undefined || !isChainSlug(chain))
    throw new Error(`${line} is no recorded value`)
  return { id, metric, chain, key, value, time: secondsOf(date), source }
}

const file = new URL('./recorded-values.csv', import.meta.url)

/** Number, value, block, date and source, one row a value. */
export const recorded: readonly Recorded[] = readFileSync(file, 'utf8').trim().split('\n').slice(1).map(recordedOf)
