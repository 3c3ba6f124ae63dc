import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { failure } from '@/lib/errors'
import { fixed } from '@/lib/math/fixed'
import type { Reading } from '@/lib/metrics/observe'
import type { Observation, Unit } from '@/lib/metrics/types'
import type { RecordedCall } from '@/lib/reader/types'
import { lossOf, withMisfits } from '@/lib/snapshot/plausibility'

const chain = chainBySlug('ethereum')
const versions = new Map(
  ['lend.price', 'lend.supplied', 'lend.supplied-usd', 'lend.frozen', 'spk.total-supply', 'liquidity.position-usd'].map(
    (id) => [id, 1],
  ),
)
const contract = (index: number): Address => `0x${String(index).padStart(40, '0')}`
const data = `0x${'01'.padStart(64, '0')}` as const

const call = (address: Address, result: `0x${string}` = data, ok = true): RecordedCall => ({
  address,
  contract: 'Test',
  functionName: 'test',
  args: [],
  calldata: '0x12345678',
  result,
  ok,
})

const num = (id: string, value: bigint | null, unit: Unit = 'usd', more: Partial<Observation> = {}): Observation => ({
  id: `${id}:ethereum`,
  metric: id.split(':')[0] ?? id,
  chain: 'ethereum',
  key: id.split(':')[1] ?? '',
  status: value === null ? 'absent' : 'ok',
  value: value === null ? null : fixed(value, 0),
  unit,
  class: 'onchain',
  methodVersion: 1,
  ...more,
})

const reading = (observations: readonly Observation[], calls: readonly RecordedCall[] = []): Reading => ({
  observations,
  calls,
})

const loss = (before: Reading | null, now: Reading, block = 25_000_000n, recent = true) =>
  lossOf({ chain, block, before, now, recent, versions })

const five = [1, 2, 3, 4, 5].map(contract)

describe('contracts', () => {
  const before = reading(
    [],
    five.map((each) => call(each)),
  )

  it('are all gone where none answers any more', () => {
    const now = reading(
      [],
      five.map((each) => call(each, '0x')),
    )
    expect(loss(before, now)).toMatchObject({ gone: five, most: true })
  })

  it('are unconfirmed also where one of many answers nothing', () => {
    const now = reading(
      [],
      five.map((each, index) => call(each, index === 2 ? '0x' : data)),
    )
    expect(loss(before, now)).toMatchObject({ gone: [contract(3)], most: false })
  })

  it('are there where they refuse a call, in words or in silence', () => {
    const now = reading(
      [],
      five.map((each, index) => call(each, index === 0 ? '0x' : '0x08c379a0', false)),
    )
    expect(loss(before, now)).toBeNull()
  })

  it('may answer nothing where they did before, and may be new', () => {
    const silent = reading([], [call(contract(1), '0x')])
    expect(loss(silent, silent)).toBeNull()
    expect(loss(silent, reading([], [call(contract(1)), call(contract(2), '0x')]))).toBeNull()
  })
})

describe('a first reading', () => {
  const { SPARK_VAULT_V2_SPUSDC: vault, SPARK_VAULT_V2_SPETH: other, SPK: token } = chain.contracts

  it('is expected to find what the registry says exists at its block', () => {
    const now = reading(
      [],
      [vault, other, token].map(({ address }) => call(address, '0x')),
    )
    expect(loss(null, now)).toMatchObject({ most: true, contradicted: true })
    expect(loss(null, reading([], [call(vault.address, '0x'), call(token.address)]), 23_484_421n)).toBeNull()
  })

  it('may lack a few of them', () => {
    const now = reading([], [call(vault.address, '0x'), call(other.address), call(token.address)])
    expect(loss(null, now)).toBeNull()
  })

  it('has nothing to be unconfirmed where it calls nothing', () => {
    expect(loss(null, reading([]))).toBeNull()
  })
})

describe('numbers', () => {
  const collapsed = (before: readonly Observation[], now: readonly Observation[]) =>
    loss(reading(before), reading(now))?.collapsed ?? []

  it('are unconfirmed where a price is 0, which makes it absent, or falls to a hundredth', () => {
    const before = [num('lend.price:A', 1_000n), num('lend.price:B', 1_000n), num('lend.price:C', 1_000n)]
    const now = [num('lend.price:A', null), num('lend.price:B', 9n), num('lend.price:C', 600n)]
    expect(collapsed(before, now)).toEqual(['lend.price:A:ethereum', 'lend.price:B:ethereum'])
  })

  it('are unconfirmed where a supply is 0', () => {
    expect(collapsed([num('spk.total-supply:SPK', 5n, 'token')], [num('spk.total-supply:SPK', 0n, 'token')])).toEqual([
      'spk.total-supply:SPK:ethereum',
    ])
  })

  it('are unconfirmed where a list is empty, so that none of a metric is left', () => {
    const before = [num('lend.supplied:A', 5n, 'token'), num('lend.supplied:B', 6n, 'token')]
    expect(collapsed(before, [])).toEqual(['lend.supplied:A:ethereum', 'lend.supplied:B:ethereum'])
  })

  it('are unconfirmed one by one from a million dollars', () => {
    const before = ['A', 'B', 'C'].map((key) =>
      num(`liquidity.position-usd:${key}`, key === 'A' ? 1_000_000n : 999_999n),
    )
    const left = num('liquidity.position-usd:C', 999_999n)
    const now = (a: bigint, b: bigint) => [num('liquidity.position-usd:A', a), num('liquidity.position-usd:B', b), left]
    expect(collapsed(before, now(0n, 999_999n))).toEqual(['liquidity.position-usd:A:ethereum'])
    expect(collapsed(before, now(10_000n, 999_999n))).toEqual([])
    expect(collapsed(before, now(1_000_000n, 0n))).toEqual([])
  })

  it('are not unconfirmed where they fail, which is said, nor where a switch is turned off', () => {
    const before = [num('lend.price:A', 5n), num('lend.frozen:A', 1n, 'flag')]
    const failed = num('lend.price:A', null, 'usd', { status: 'failed', code: 'reverted' })
    expect(collapsed(before, [failed, num('lend.frozen:A', 0n, 'flag')])).toEqual([])
  })

  it('are not compared with those of another version of the metric, or of one that is no more', () => {
    const old = num('lend.price:A', 5n, 'usd', { methodVersion: 0 })
    expect(collapsed([old, num('lend.former:A', 5n)], [])).toEqual([])
  })

  it('are not unconfirmed where the contract explains them, nor after an hour', () => {
    const before = [num('lend.price:A', 5n), num('liquidity.position-usd:A', 5_000_000n)]
    const notSet = num('lend.price:A', null, 'usd', { code: 'not-set' })
    expect(collapsed(before, [notSet, num('liquidity.position-usd:A', 0n, 'usd', { note: 'halted' })])).toEqual([])
    const others = ['B', 'C', 'D'].map((key) => num(`lend.price:${key}`, 5n))
    const now = reading([num('lend.price:A', null), ...others])
    const earlier = reading([num('lend.price:A', 5n), ...others])
    expect(loss(earlier, now)?.collapsed).toHaveLength(1)
    expect(loss(earlier, now, 25_000_000n, false)).toBeNull()
  })

  it('are compared with a value that stands, stale', () => {
    expect(collapsed([num('lend.price:A', 5n, 'usd', { status: 'stale' })], [num('lend.price:A', null)])).toHaveLength(
      1,
    )
  })

  it('are said to be most of a chain where more than half fell', () => {
    const before = ['A', 'B', 'C'].map((key) => num(`lend.supplied-usd:${key}`, 5n))
    const now = (...values: readonly bigint[]) =>
      reading(values.map((value, index) => num(`lend.supplied-usd:${'ABC'[index]}`, value)))
    expect(loss(reading(before), now(0n, 0n, 5n))).toMatchObject({ mostNumbers: true })
    expect(loss(reading(before), now(0n, 5n, 5n))).toBeNull()
  })
})

describe('a contract that has code and answers nothing', () => {
  const proxy = contract(1)
  const { message: reason, code } = failure('misfit')
  const absent = num('lend.price:A', null, 'usd', { code: 'not-deployed', calls: [0] })
  const elsewhere = num('lend.price:B', null, 'usd', { code: 'not-deployed', calls: [1] })
  const now = reading([absent, elsewhere], [call(proxy, '0x'), call(contract(2), '0x')])

  it('makes its numbers failed, not absent, and leaves those of others alone', () => {
    const [first, second] = withMisfits(now, null, [proxy], { reason, code }).observations
    expect(first).toMatchObject({ status: 'failed', code: 'misfit', value: null })
    expect(second).toEqual(elsewhere)
  })

  it('leaves them so at the next readings', () => {
    const before = withMisfits(now, null, [proxy], { reason, code })
    expect(withMisfits(now, before, [], { reason, code }).observations).toEqual(before.observations)
    expect(withMisfits(now, now, [], { reason, code })).toEqual(now)
  })
})
