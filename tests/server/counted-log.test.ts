import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCountedLog } from '@/lib/server/counted-log'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const start = (mostKinds?: number) => {
  const lines: string[] = []
  const log = createCountedLog((line) => lines.push(line), mostKinds === undefined ? {} : { mostKinds })
  return { lines, log }
}

it('prints a line once a minute, and then how many more of its kind there were', () => {
  const { lines, log } = start()
  for (let i = 0; i < 1_235; i++) log.write('Too much is waiting.', `/lend?${i}: Too much is waiting.`)
  log.write('Error\n    at page', '/spk: Error\n    at page')
  expect(lines).toEqual(['/lend?0: Too much is waiting.', '/spk: Error\n    at page'])
  vi.advanceTimersByTime(60_000)
  expect(lines.slice(2)).toEqual(['… and 1,234 more in the last minute: Too much is waiting.'])
  log.write('Too much is waiting.', '/lend?again: Too much is waiting.')
  expect(lines.at(-1)).toBe('/lend?again: Too much is waiting.')
})

it('says nothing more where nothing more came', () => {
  const { lines, log } = start()
  log.write('once', 'once')
  vi.advanceTimersByTime(600_000)
  expect(lines).toEqual(['once'])
  expect(vi.getTimerCount()).toBe(0)
})

it('says what is still to be said where the process ends', () => {
  const { lines, log } = start()
  for (const line of ['a', 'b', 'c']) log.write('kind', line)
  log.flush()
  expect(lines).toEqual(['a', '… and 2 more in the last minute: kind'])
})

it('does not grow with the number of kinds', () => {
  const { lines, log } = start(3)
  for (let i = 0; i < 1_000; i++) log.write(`kind ${i}`, `line ${i}`)
  expect(lines).toEqual(['line 0', 'line 1', 'line 2', 'line 3'])
  log.flush()
  expect(lines.at(-1)).toBe('… and 996 more in the last minute: other lines')
})
