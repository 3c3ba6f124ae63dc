import { type AbiFunction, type AbiParameter, decodeFunctionResult, encodeAbiParameters, getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { metrics } from '@/lib/metrics'
import { staticDecoder } from '@/lib/reader/static-decoder'

const functions = [...new Set(metrics.flatMap((metric) => (metric.kind === 'read' ? metric.reads : [])))].flatMap(
  ({ name, abi }) =>
    abi
      .filter((item): item is AbiFunction => item.type === 'function')
      .map((item) => ({ name: `${name}.${item.name}`, item })),
)

/** A value of the type that fills it: small types would hide a word read at the wrong place. */
const sample = (parameter: AbiParameter, seed: number): unknown => {
  if ('components' in parameter)
    return Object.fromEntries(parameter.components.map((each, index) => [each.name, sample(each, seed + index + 1)]))
  if (parameter.type === 'address') return getAddress(`0x${(seed + 171).toString(16).padStart(40, 'b')}`)
  if (parameter.type === 'bool') return seed % 2 === 0
  const bits = Number(/^uint(\d+)$/.exec(parameter.type)?.[1])
  const value = 2n ** BigInt(bits) - 1n - BigInt(seed)
  return bits > 48 ? value : Number(value)
}

describe('the decoder for answers of a fixed size', () => {
  it('gives what the general one gives, for every function that metrics read', () => {
    let compared = 0
    for (const { name, item } of functions) {
      const decode = staticDecoder(item.outputs)
      if (!decode) continue
      const values = item.outputs.map(sample)
      const data = encodeAbiParameters(item.outputs, values)
      const general = decodeFunctionResult({ abi: [item], functionName: item.name, data })
      expect(decode(data), name).toEqual(general)
      expect(() => decode(data.slice(0, -2)), name).toThrow()
      compared += 1
    }
    expect(compared).toBeGreaterThan(functions.length / 2)
  })

  it.each(['string', 'bytes', 'int256', 'bytes32', 'uint256[]', 'uint256[2]'])(
    'leaves %s to the general one',
    (type) => {
      expect(staticDecoder([{ type }])).toBeNull()
      expect(staticDecoder([{ type: 'uint256' }, { type }])).toBeNull()
    },
  )

  it('refuses what the type cannot hold', () => {
    const ones = `0x${'ff'.repeat(32)}`
    expect(() => staticDecoder([{ type: 'bool' }])?.(ones)).toThrow()
    expect(() => staticDecoder([{ type: 'uint40' }])?.(ones)).toThrow()
    expect(staticDecoder([{ type: 'address' }])?.(ones)).toBe(getAddress(`0x${'ff'.repeat(20)}`))
  })
})
