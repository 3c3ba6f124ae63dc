import { describe, expect, it } from 'vitest'
import { toDecimalString } from '@/lib/math/fixed'
import { metricById, metrics } from '@/lib/metrics'
import { observeAll } from '../fake-chain'
import { stateOf } from './contract-state'
import { type Recorded, recorded } from './recorded-values'

/** What the contract holds in basis points, less what the number leaves out: a bonus of 5 % is stored as 105 %. */
const lessThanStored: Readonly<Record<string, bigint>> = {
  'lend.ltv': 0n,
  'lend.liquidation-threshold': 0n,
  'lend.liquidation-bonus': 10_000n,
}

/** What the metric says of the state in which it was recorded. */
const answerOf = async (row: Recorded): Promise<string> => {
  const { num, defects } = await observeAll(
    metrics.filter(({ id }) => id === row.metric),
    [stateOf(row)],
  )
  const { status, value } = num(row.id)
  if (defects.length > 0 || status !== 'ok' || value === null) return status
  const less = lessThanStored[row.metric]
  return less === undefined ? toDecimalString(value) : (value.raw + less).toString()
}

const rowsOf = (metric: string) => recorded.filter((row) => row.metric === metric)
const exact = [...new Set(recorded.map(({ metric }) => metric))].filter((metric) => metric !== 'savings.apy')

describe('what others recorded from the real chains', () => {
  it('is of numbers that there are, each with its source', () => {
    expect(recorded.length).toBeGreaterThan(230)
    for (const { id, metric, time, source } of recorded) {
      expect(metricById(metric), id).toBeDefined()
      expect(time, id).toBeGreaterThan(1_600_000_000)
      expect(source, id).not.toBe('')
    }
  })

  it.each(exact)('is what %s says of the same state, to the last digit', async (metric) => {
    for (const row of rowsOf(metric)) expect(await answerOf(row), `${row.id} ${row.time}`).toBe(row.value)
  })

  it('is the yearly yield of the savings rate that was in force, to 1e-17', async () => {
    const rows = rowsOf('savings.apy')
    expect(rows.length).toBe(9)
    for (const row of rows) expect(Number(await answerOf(row)), row.value).toBeCloseTo(Number(row.value), 16)
  })
})
