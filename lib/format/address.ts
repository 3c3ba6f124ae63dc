import { type Address, getAddress, padHex, toHex } from 'viem'

/** The address that an integer is, checksummed. */
export const addressOfInteger = (integer: bigint): Address => getAddress(padHex(toHex(integer), { size: 20 }))
