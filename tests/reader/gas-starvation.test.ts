import { expect, it } from 'vitest'
import { starvedCalls } from '@/lib/reader/gas-starvation'
import type { RawResult, SizedCall } from '@/lib/reader/multicall'

const results: Readonly<Record<string, RawResult>> = {
  '+': { ok: true, result: '0x01' },
  '!': { ok: false, result: '0x08c379a0' },
  '-': { ok: false, result: '0x' },
  k: { ok: false, result: '0x' },
}

/** `+` succeeded, `!` reverted with data, `-` without data, `k` the same but known before; `?` marks what may be starved. */
const starvedOf = (outcomes: string, hadGas = false): string => {
  const calls = [...outcomes].map((): SizedCall => ({ address: '0x', calldata: '0x', size: 32 }))
  const answers = [...outcomes].map((each) => results[each] ?? { ok: true, result: '0x' as const })
  const starved = starvedCalls(calls, { results: answers, hadGas }, (call) => outcomes[calls.indexOf(call)] === 'k')
  return calls.map((call) => (starved.includes(call) ? '?' : '.')).join('')
}

it.each([
  ['+++!+', '.....', 'no revert was without data'],
  ['++-++', '.....', 'a single empty revert can only have burnt its own gas'],
  ['++++-', '.....', 'nor can one at the end'],
  ['+-+-+', '.?.?.', 'of several, each may have burnt the gas of the next'],
  ['-+-+', '..?.', 'the first of a chunk had all the gas'],
  [
    '+-+--',
    '.????',
    'where the last call reverted without data the gas was used up, and calls in between are suspect too',
  ],
  ['--', '.?', 'one is settled in each round, so that it ends'],
  ['+-+kk', '.....', 'calls known to revert without data stand last and starve no other'],
])('in a chunk of %s the calls %s may be starved of gas: %s', (outcomes, starved) => {
  expect(starvedOf(outcomes)).toBe(starved)
})

it('no call is taken for starved where the gas probe at the end of the chunk succeeded', () => {
  expect(starvedOf('+-+--', true)).toBe('.....')
})
