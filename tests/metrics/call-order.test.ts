import { expect, it } from 'vitest'
import { indexesOf, orderCalls } from '@/lib/metrics/call-order'
import type { RecordedCall } from '@/lib/reader/types'

const call = (last: number, calldata: RecordedCall['calldata']): RecordedCall => ({
  address: `0x${last.toString(16).padStart(40, '0')}`,
  contract: 'ERC20',
  functionName: 'symbol',
  args: [],
  calldata,
  result: '0x',
  ok: true,
})

it('Calls stand in an order that depends on nothing but them, each once', () => {
  const [a, b, again] = [call(1, '0xbb'), call(2, '0xaa'), call(1, '0xbb')]
  const { calls, indexOf } = orderCalls([[b, a], [again]])
  expect(calls).toEqual([a, b])
  expect(orderCalls([[again], [b], [a]]).calls).toEqual([a, b])
  expect(indexesOf([b, again, b], indexOf)).toEqual([0, 1])
})
