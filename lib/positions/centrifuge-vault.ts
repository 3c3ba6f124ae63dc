import { type Address, zeroAddress } from 'viem'
import { centrifugeShare } from '../contracts/centrifuge-share'
import { erc7540Vault } from '../contracts/erc7540-vault'
import type { Reader } from '../reader/types'
import { unlessRefused } from './unless-refused'

/** The vault that a fund's token names for an asset; null where it names none, or is too old to. */
export const vaultNamed = async (
  reader: Reader<typeof centrifugeShare>,
  token: Address,
  asset: Address,
): Promise<Address | null> => {
  const named = await unlessRefused(reader.read(centrifugeShare, token, 'vault', [asset]), zeroAddress)
  return named === zeroAddress ? null : named
}

/** The contract that keeps a vault's requests, and the vault's version; null where the vault names none. */
export const managerOf = async (
  reader: Reader<typeof erc7540Vault>,
  vault: Address,
): Promise<{ readonly address: Address; readonly version: 2 | 3 } | null> => {
  const [newer, older] = await Promise.all([
    unlessRefused(reader.read(erc7540Vault, vault, 'baseManager'), null),
    unlessRefused(reader.read(erc7540Vault, vault, 'manager'), null),
  ])
  if (newer !== null) return { address: newer, version: 3 }
  return older === null ? null : { address: older, version: 2 }
}
