import { type AbiParameter, checksumAddress } from 'viem'
import { MisfitError } from '../errors'

/** Reads one value that begins at a character of hex data. */
type ReadAt = (hex: string, at: number) => unknown
type Part = { readonly words: number; readonly read: ReadAt }

const wordChars = 64

const bigintAt = (hex: string, at: number): bigint => BigInt(`0x${hex.slice(at, at + wordChars)}`)

/** An unsigned integer of so many bits: a number up to 48 of them, above that a bigint, which is viem's own rule. */
const uintAt = (bits: number): ReadAt => {
  if (bits === 256) return bigintAt
  const end = 1n << BigInt(bits)
  return (hex, at) => {
    const value = bigintAt(hex, at)
    if (value >= end) throw new MisfitError()
    return bits > 48 ? value : Number(value)
  }
}

const flagAt: ReadAt = (hex, at) => {
  const value = bigintAt(hex, at)
  if (value > 1n) throw new MisfitError()
  return value === 1n
}

const addressAt: ReadAt = (hex, at) => checksumAddress(`0x${hex.slice(at + 24, at + wordChars)}`)

const wordOf = (type: string): ReadAt | null => {
  if (type === 'address') return addressAt
  if (type === 'bool') return flagAt
  const bits = /^uint(\d+)$/.exec(type)?.[1]
  return bits === undefined ? null : uintAt(Number(bits))
}

const partsOf = (parameters: readonly AbiParameter[]): readonly Part[] | null => {
  const parts = parameters.map(partOf)
  return parts.every((part) => part !== null) ? parts : null
}

const lengthOf = (parts: readonly Part[]) => parts.reduce((sum, { words }) => sum + words, 0)

const partOf = (parameter: AbiParameter): Part | null => {
  const word = wordOf(parameter.type)
  if (word) return { words: 1, read: word }
  if (parameter.type !== 'tuple' || !('components' in parameter)) return null
  const { components } = parameter
  const parts = partsOf(components)
  if (!parts || components.some(({ name }) => !name)) return null
  const read: ReadAt = (hex, start) => {
    const value: Record<string, unknown> = {}
    let at = start
    for (const [index, part] of parts.entries()) {
      value[components[index]?.name ?? ''] = part.read(hex, at)
      at += part.words * wordChars
    }
    return value
  }
  return { words: lengthOf(parts), read }
}

/** Decodes a function's result from hex; throws MisfitError where it is too short or holds a value outside its type. */
export type Decoder = (data: string) => unknown

/**
 * A decoder for results of a fixed size, which most functions have: the same values as viem's general decoder, several
 * times faster. null for all others (strings, lists, signed integers), which viem decodes.
 */
export const staticDecoder = (outputs: readonly AbiParameter[]): Decoder | null => {
  const parts = partsOf(outputs)
  if (!parts || parts.length === 0) return null
  const chars = 2 + lengthOf(parts) * wordChars
  const [only] = parts
  return (data) => {
    if (data.length < chars) throw new MisfitError()
    if (parts.length === 1 && only) return only.read(data, 2)
    let at = 2
    return parts.map(({ words, read }) => {
      const value = read(data, at)
      at += words * wordChars
      return value
    })
  }
}
