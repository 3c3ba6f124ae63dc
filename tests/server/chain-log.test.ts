import { expect, it } from 'vitest'
import { failure } from '@/lib/errors'
import { createChainLog } from '@/lib/server/chain-log'
import type { Snapshot } from '@/lib/snapshot/types'

type Failures = Pick<Snapshot, 'asOf' | 'failures'>

const block = { chainId: 8453, block: 1n, hash: '0x01', timestamp: 1, finality: 'latest' } as const
const asOf: Failures['asOf'] = { base: { ...block, agreement: { agree: 1, of: 1 } } }
const failing = (code: 'timeout' | 'garbled', since = 1): Failures['failures'] => ({
  base: { ...failure(code), since },
})

it('logs once that a chain cannot be read, why, and that it is read again', () => {
  const lines: string[] = []
  const log = createChainLog((line) => lines.push(line))
  log({ asOf: {}, failures: {} })
  log({ asOf: {}, failures: failing('timeout') })
  log({ asOf: {}, failures: failing('timeout', 2) })
  log({ asOf, failures: {} })
  log({ asOf, failures: failing('garbled') })
  expect(lines).toEqual([
    'Base cannot be read: The node did not answer in time. Nothing is known of it yet.',
    'Base is read again.',
    'Base cannot be read: The node’s answer was not valid. Its last numbers stand, marked stale.',
  ])
})
