import fc from 'fast-check'
import {
  decodeFunctionData,
  encodeFunctionData,
  encodeFunctionResult,
  getAddress,
  type Hex,
  parseAbiParameters,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { expectedBytes } from '@/lib/reader/expected-bytes'
import { aggregateAbi, cutChunks, decodeAggregate, encodeAggregate, resultCost } from '@/lib/reader/multicall'

const hex = (maxLength: number) =>
  fc.uint8Array({ maxLength }).map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)
const address = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => getAddress(`0x${Buffer.from(bytes).toString('hex')}`))

describe('aggregate3', () => {
  it('is encoded as viem encodes it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ address, calldata: hex(140) }), { maxLength: 12 }), (calls) => {
        const args = [
          calls.map(({ address: target, calldata: callData }) => ({ target, allowFailure: true, callData })),
        ] as const
        const theirs = encodeFunctionData({ abi: aggregateAbi, functionName: 'aggregate3', args })
        expect(encodeAggregate(calls)).toBe(theirs)
        expect(decodeFunctionData({ abi: aggregateAbi, data: encodeAggregate(calls) }).args[0]).toHaveLength(
          calls.length,
        )
      }),
    )
  })

  it('is decoded as viem decodes it, and its size is known beforehand', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ ok: fc.boolean(), result: hex(200) }), { maxLength: 12 }), (results) => {
        const data = encodeFunctionResult({
          abi: aggregateAbi,
          functionName: 'aggregate3',
          result: results.map(({ ok, result }) => ({ success: ok, returnData: result })),
        })
        expect(decodeAggregate(data, results.length)).toEqual(results)
        const cost = results.reduce((sum, { result }) => sum + resultCost((result.length - 2) / 2), 64)
        expect((data.length - 2) / 2).toBe(cost)
      }),
    )
  })

  it('refuses whatever is not so many results, and never makes one up', () => {
    const data = encodeFunctionResult({
      abi: aggregateAbi,
      functionName: 'aggregate3',
      result: [{ success: true, returnData: '0x1234' }],
    })
    expect(() => decodeAggregate(data, 2)).toThrow()
    expect(() => decodeAggregate('0x', 1)).toThrow()
    expect(() => decodeAggregate(data.slice(0, -64) as Hex, 1)).toThrow()
    fc.assert(
      fc.property(fc.nat(data.length - 3), fc.integer({ min: 0, max: 15 }), (place, digit) => {
        const spoilt = `${data.slice(0, place + 2)}${digit.toString(16)}${data.slice(place + 3)}` as Hex
        try {
          expect(decodeAggregate(spoilt, 1)).toHaveLength(1)
        } catch (error) {
          expect(error).toMatchObject({ name: 'MisfitError' })
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('chunks of calls', () => {
  it('keep the order, lose nothing, hold at least one item and stay within the limit where they hold more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 })), fc.integer({ min: 20, max: 200 }), (items, limit) => {
        const chunks = cutChunks(items, (cost) => cost, limit)
        expect(chunks.flat()).toEqual(items)
        for (const chunk of chunks) {
          expect(chunk.length).toBeGreaterThan(0)
          if (chunk.length > 1) expect(chunk.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})

it.each([
  ['uint256', 32],
  ['uint256, address, bool', 96],
  ['(uint256 a, uint128 b, address[2] c)', 128],
  ['uint256[3]', 96],
  ['string', 96],
])('%s is expected to take %i bytes', (types, bytes) => {
  expect(expectedBytes(parseAbiParameters(types))).toBe(bytes)
})
