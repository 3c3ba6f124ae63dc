import { expect, it } from 'vitest'
import type { SizedCall } from '@/lib/reader/chunks'
import { doubtedIn } from '@/lib/reader/gas-starvation'
import type { RawResult } from '@/lib/reader/multicall'

const results: Readonly<Record<string, RawResult>> = {
  '+': { ok: true, result: '0x01' },
  '!': { ok: false, result: '0x08c379a0' },
  '-': { ok: false, result: '0x' },
  k: { ok: false, result: '0x' },
}

/** `+` answered, `!` refused with a word, `-` refused in silence, `k` the same but known to; `?` marks what is doubted. */
const doubtsOf = (said: string, hadGas = false): string => {
  const calls = [...said].map((): SizedCall => ({ address: '0x', calldata: '0x', size: 32 }))
  const answers = [...said].map((each) => results[each] ?? { ok: true, result: '0x' as const })
  const doubted = doubtedIn(calls, { results: answers, hadGas }, (call) => said[calls.indexOf(call)] === 'k')
  return calls.map((call) => (doubted.includes(call) ? '?' : '.')).join('')
}

it.each([
  ['+++!+', '.....', 'nobody was silent'],
  ['++-++', '.....', 'one silent refusal had nobody but itself to burn its gas'],
  ['++++-', '.....', 'at the end too'],
  ['+-+-+', '.?.?.', 'of several, each may have burnt the gas of the next'],
  ['-+-+', '..?.', 'the first of a chunk had all the gas'],
  ['+-+--', '.????', 'where the end is silent gas was out, and answers in between are doubted too'],
  ['--', '.?', 'one is settled at every turn, so that it ends'],
  ['+-+kk', '.....', 'those known to be silent stand last and spoil nobody'],
])('%s leaves %s in doubt: %s', (said, doubts) => {
  expect(doubtsOf(said)).toBe(doubts)
})

it('doubts nobody where the gauge at the end of the chunk found gas enough', () => {
  expect(doubtsOf('+-+--', true)).toBe('.....')
})
