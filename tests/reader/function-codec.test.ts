import { encodeAbiParameters, encodeFunctionResult, type Hex, parseAbi, parseAbiParameters } from 'viem'
import { describe, expect, it } from 'vitest'
import { defineContract } from '@/lib/contracts/define-contract'
import { erc20 } from '@/lib/contracts/erc20'
import { MisfitError } from '@/lib/errors'
import { functionCodec } from '@/lib/reader/function-codec'

const odd = defineContract({
  name: 'Odd',
  abi: parseAbi([
    'function list() view returns (address[])',
    'function lists() view returns (uint256[][])',
    'function text() view returns (string)',
    'function small(uint64 id) view returns (uint64)',
    'function narrow() view returns (uint8 a, uint16 b, uint128 c)',
  ]),
  source: 'tests/reader/function-codec.test.ts',
})

const word = (value: bigint): string => value.toString(16).padStart(64, '0')
const words = (...values: readonly bigint[]): Hex => `0x${values.map(word).join('')}`
const decode = (functionName: string, data: Hex) => functionCodec(odd, functionName).decode([], data)
const ones = 2n ** 256n - 1n

describe('an answer that no contract means', () => {
  it.each([37n, 77n, 255n, 256n, ones])('is refused as decimals: %i', (value) => {
    expect(() => functionCodec(erc20, 'decimals').decode([], words(value))).toThrow(MisfitError)
  })

  it.each([0n, 2n, 6n, 18n, 27n, 36n])('is not %i as decimals', (value) => {
    expect(functionCodec(erc20, 'decimals').decode([], words(value))).toBe(Number(value))
  })

  it('is refused where it is greater than its type, which would be taken for another value', () => {
    expect(decode('small', words(2n ** 64n - 1n))).toBe(2n ** 64n - 1n)
    expect(() => decode('small', words(2n ** 64n))).toThrow(MisfitError)
    expect(decode('narrow', words(255n, 65_535n, 2n ** 128n - 1n))).toEqual([255, 65_535, 2n ** 128n - 1n])
    expect(() => decode('narrow', words(256n, 0n, 0n))).toThrow(MisfitError)
    expect(() => decode('narrow', words(0n, 65_536n, 0n))).toThrow(MisfitError)
    expect(() => decode('narrow', words(0n, 0n, 2n ** 128n))).toThrow(MisfitError)
  })

  it('is refused as a list that is longer than its bytes, or than any list', () => {
    for (const length of [1n, 2n ** 32n, 2n ** 255n, ones]) {
      expect(() => decode('list', words(32n, length))).toThrow(MisfitError)
    }
    const list = (length: number) =>
      encodeFunctionResult({
        abi: odd.abi,
        functionName: 'list',
        result: Array.from({ length }, () => '0x00000000000000000000000000000000000000aa' as const),
      })
    expect(decode('list', list(2_000))).toHaveLength(2_000)
    expect(() => decode('list', list(2_001))).toThrow(MisfitError)
  })

  it('is refused at once where its lists point into themselves', () => {
    const began = performance.now()
    // Every entry points back to the list it stands in.
    const many = 60
    const data = words(32n, BigInt(many), ...Array.from({ length: many }, () => ones - 31n))
    expect(() => decode('lists', data)).toThrow(MisfitError)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  it('is refused as a text that is longer than its bytes', () => {
    for (const length of [1_000n, 2n ** 63n, ones]) {
      expect(() => decode('text', words(32n, length, 0n))).toThrow(MisfitError)
    }
    expect(decode('text', encodeAbiParameters(parseAbiParameters('string'), ['USDS']))).toBe('USDS')
  })

  it('is refused where the next call would be asked with it and its type cannot hold it', () => {
    const codec = functionCodec(odd, 'small')
    expect(() => codec.encode([2n ** 64n], 'too great')).toThrow(MisfitError)
    expect(() => codec.encode([-1n], 'too small')).toThrow(MisfitError)
    expect(codec.encode([7n], 'seven')).toMatch(/^0x[0-9a-f]{8}0+7$/)
  })
})
