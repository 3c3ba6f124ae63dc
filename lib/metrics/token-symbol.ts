import { type Address, hexToString } from 'viem'
import { erc20 } from '../contracts/erc20'
import { erc20Bytes32 } from '../contracts/erc20-bytes32'
import { MisfitError, NodeError, ReadError } from '../errors'
import { chainText } from '../format/chain-text'
import type { Reader } from '../reader/types'

/** What reading a token's symbol may touch. */
export const tokenReads = [erc20, erc20Bytes32] as const

export type TokenReader = Reader<(typeof tokenReads)[number]>

/** Characters of a label. */
const longest = 32

/**
 * The token's symbol as its contract says it, old bytes32 answers included (the same call, read another way); the
 * fallback where there is none. A contract's bad label never makes a number fail.
 */
export const symbolOf = async (reader: TokenReader, token: Address, fallback: string): Promise<string> => {
  try {
    const symbol = await reader.read(erc20, token, 'symbol').catch(async (error: unknown) => {
      if (!(error instanceof MisfitError)) throw error
      return hexToString(await reader.read(erc20Bytes32, token, 'symbol'), {
        size: 32,
      })
    })
    return chainText(symbol, longest) || fallback
  } catch (error) {
    if (error instanceof ReadError && !(error instanceof NodeError)) return fallback
    throw error
  }
}
