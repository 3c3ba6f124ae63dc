import { expect, it } from 'vitest'
import { failure } from '@/lib/errors'
import { createChainNews } from '@/lib/server/chain-news'
import type { Snapshot } from '@/lib/snapshot/types'

type Said = Pick<Snapshot, 'asOf' | 'failures'>

const block = { chainId: 8453, block: 1n, hash: '0x01', timestamp: 1, finality: 'latest' } as const
const asOf: Said['asOf'] = { base: { ...block, agreement: { agree: 1, of: 1 } } }
const failing = (code: 'timeout' | 'garbled', since = 1): Said['failures'] => ({ base: { ...failure(code), since } })

it('says once that a chain cannot be read, why, and that it is read again', () => {
  const said: string[] = []
  const news = createChainNews((line) => said.push(line))
  news({ asOf: {}, failures: {} })
  news({ asOf: {}, failures: failing('timeout') })
  news({ asOf: {}, failures: failing('timeout', 2) })
  news({ asOf, failures: {} })
  news({ asOf, failures: failing('garbled') })
  expect(said).toEqual([
    'Base cannot be read: The node did not answer in time. Nothing is known of it yet.',
    'Base is read again.',
    'Base cannot be read: The node answered with something that is not a valid answer. Its last numbers stand, marked stale.',
  ])
})
