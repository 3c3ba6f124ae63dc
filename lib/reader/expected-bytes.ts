import type { AbiParameter } from 'viem'

/** Assumed length of a list: about that of a market's list of reserves. */
const listLength = 24
const textBytes = 32

/** Bytes that values of these types take in an answer: exact for fixed sizes, an estimate for the rest. */
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
  // A tuple with a dynamic member is stored behind an offset.
  if ('components' in parameter) return expectedBytes(parameter.components) + (isDynamic(parameter.components) ? 32 : 0)
  return 32
}

const isDynamic = (parameters: readonly AbiParameter[]): boolean =>
  parameters.some(
    (each) => /^(string|bytes)$|\[\]/.test(each.type) || ('components' in each && isDynamic(each.components)),
  )
