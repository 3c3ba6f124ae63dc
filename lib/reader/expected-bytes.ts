import type { AbiParameter } from 'viem'

/** A list of unknown length is taken for this long: about what a market's list of reserves is. */
const listLength = 24
const textBytes = 32

/** Bytes that values of these types take in an answer: exact for what has a fixed size, a guess at the rest. */
export const expectedBytes = (outputs: readonly AbiParameter[]): number =>
  outputs.reduce((sum, output) => sum + bytesOf(output), 0)

const bytesOf = (parameter: AbiParameter): number => {
  const { type } = parameter
  const list = /^(.*)\[(\d*)\]$/.exec(type)
  if (list) {
    const [, item = '', length = ''] = list
    const each = bytesOf({ ...parameter, type: item })
    return length === '' ? 64 + listLength * each : Number(length) * each
  }
  if (type === 'string' || type === 'bytes') return 64 + textBytes
  // A tuple with something of unknown length in it stands behind an offset.
  if ('components' in parameter) return expectedBytes(parameter.components) + (isOpen(parameter.components) ? 32 : 0)
  return 32
}

const isOpen = (parameters: readonly AbiParameter[]): boolean =>
  parameters.some(
    (each) => /^(string|bytes)$|\[\]/.test(each.type) || ('components' in each && isOpen(each.components)),
  )
