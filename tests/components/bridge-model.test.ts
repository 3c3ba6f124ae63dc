import { describe, expect, it } from 'vitest'
import { bridgeSteps, closes } from '@/components/overview/bridge-model'
import { numbersOf } from '@/lib/numbers/number-index'
import { fixtureSnapshot } from '../support/fixture-snapshot'

const numbers = numbersOf(fixtureSnapshot)

describe('the reconciliation', () => {
  it('leads from gross to total to the last unit', () => {
    const steps = bridgeSteps(numbers)
    expect(steps[0]?.kind).toBe('gross')
    expect(steps.at(-1)?.num.id).toBe('tvl.total-usd:all:TOTAL')
    expect(closes(steps)).toBe(true)
  })

  it('is not drawn without a gross, and says when a step is unknown', () => {
    expect(bridgeSteps(numbersOf({ ...fixtureSnapshot, numbers: [] }))).toEqual([])
    const holed = fixtureSnapshot.numbers.map((each) =>
      each.metric === 'tvl.psm-usdc-usd' ? { ...each, value: null, status: 'failed' as const } : each,
    )
    expect(closes(bridgeSteps(numbersOf({ ...fixtureSnapshot, numbers: holed })))).toBeNull()
  })
})
