import { type Address, zeroAddress } from 'viem'
import { centrifugeShare } from '../contracts/centrifuge-share'
import { AbsentError, MisfitError, RevertedError } from '../errors'
import type { Reader } from '../reader/types'

/** The vault that a fund's token names for an asset; null where it names none, or is too old to. */
export const vaultNamed = async (
  reader: Reader<typeof centrifugeShare>,
  token: Address,
  asset: Address,
): Promise<Address | null> => {
  const named = await reader.read(centrifugeShare, token, 'vault', [asset]).catch((error: unknown) => {
    if (error instanceof RevertedError || error instanceof MisfitError || error instanceof AbsentError)
      return zeroAddress
    throw error
  })
  return named === zeroAddress ? null : named
}
