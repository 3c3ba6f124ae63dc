import { type Hex, keccak256, toRlp, trim } from 'viem'
import { isHex } from './chunks'

/** A header's fields in the order in which they are hashed; those of later forks stand at the end, all or from the last on none. */
const fields: readonly (readonly [name: string, kind: 'bytes' | 'number'])[] = [
  ['parentHash', 'bytes'],
  ['sha3Uncles', 'bytes'],
  ['miner', 'bytes'],
  ['stateRoot', 'bytes'],
  ['transactionsRoot', 'bytes'],
  ['receiptsRoot', 'bytes'],
  ['logsBloom', 'bytes'],
  ['difficulty', 'number'],
  ['number', 'number'],
  ['gasLimit', 'number'],
  ['gasUsed', 'number'],
  ['timestamp', 'number'],
  ['extraData', 'bytes'],
  ['mixHash', 'bytes'],
  ['nonce', 'bytes'],
  ['baseFeePerGas', 'number'],
  ['withdrawalsRoot', 'bytes'],
  ['blobGasUsed', 'number'],
  ['excessBlobGas', 'number'],
  ['parentBeaconBlockRoot', 'bytes'],
  ['requestsHash', 'bytes'],
]

const encoded = (value: Hex, kind: 'bytes' | 'number'): Hex => {
  const even: Hex = value.length % 2 === 0 ? value : `0x0${value.slice(2)}`
  if (kind === 'bytes') return even
  const trimmed = trim(even)
  return trimmed === '0x00' ? '0x' : trimmed
}

/**
 * Whether a header's hash is the hash of what it says. False also where the chain hashes fields that are not known here:
 * then another proof is needed, for example a call at that hash.
 */
export const isOwnHash = (header: Readonly<Record<string, unknown>>): boolean => {
  const parts: Hex[] = []
  for (const [name, kind] of fields) {
    const value = header[name]
    if (value === undefined || value === null) continue
    if (!isHex(value)) return false
    parts.push(encoded(value, kind))
  }
  return keccak256(toRlp(parts)) === String(header.hash).toLowerCase()
}
