import { expect, it } from 'vitest'
import { describeFailure, redactUrls } from '@/lib/server/redact'

it.each([
  ['HTTP request failed: https://node.example/v2/key', 'HTTP request failed: https://node.example'],
  ['(postgres://user:pass@db.example:5432/name?ssl=1) away', '(postgres://db.example:5432) away'],
  ['"wss://u@n.example/k", "http://127.0.0.1:8545"', '"wss://n.example", "http://127.0.0.1:8545"'],
  ['no address at all: a/b, 5 @ 3', 'no address at all: a/b, 5 @ 3'],
])('leaves scheme and host of a URL alone: %s', (text, redacted) => {
  expect(redactUrls(text)).toBe(redacted)
})

it('keeps what is known to be secret out of the log, wherever it stands', () => {
  const text = describeFailure(new RangeError('key hunter2 refused\nat https://n.example/hunter2'), ['hunter2', ''])
  expect(text).toContain('RangeError: key … refused')
  expect(text).not.toContain('hunter2')
  expect(describeFailure('hunter2')).toBe('Something failed without saying what.')
})
