import { type Address, isAddressEqual } from 'viem'
import { centrifugeRequestManager } from '../contracts/centrifuge-request-manager'
import { centrifugeShare } from '../contracts/centrifuge-share'
import { erc7540Vault } from '../contracts/erc7540-vault'
import { NodeError, RevertedError } from '../errors'
import type { Reader } from '../reader/types'
import { managerOf, vaultNamed } from './centrifuge-vault'
import type { Amount, Erc7540State } from './define-position'
import { unlessRefused } from './unless-refused'

/** What reading requests of an asynchronous vault may touch. */
export const requestReads = [erc7540Vault, centrifugeShare, centrifugeRequestManager] as const

type RequestReader = Reader<(typeof requestReads)[number]>

/** A holder that is frozen may claim nothing now, and the vault says 0: what waits for it stands with the manager. */
const heldBack = async (
  reader: RequestReader,
  vault: Address,
  state: 'maxMint' | 'maxWithdraw',
  holder: Address,
): Promise<bigint> => {
  const manager = await managerOf(reader, vault)
  if (manager === null) return 0n
  const investment = reader.read(centrifugeRequestManager, manager.address, 'investments', [vault, holder])
  const [maxMint, maxWithdraw] = await unlessRefused(investment, [0n, 0n])
  return state === 'maxMint' ? maxMint : maxWithdraw
}

const claimable = async (
  reader: RequestReader,
  vault: Address,
  state: 'maxMint' | 'maxWithdraw',
  holder: Address,
): Promise<bigint> => {
  const [now, whole] = await Promise.all([
    reader.read(erc7540Vault, vault, state, [holder]),
    heldBack(reader, vault, state, holder),
  ])
  if (whole > now) return whole
  return now
}

/** Cancelling is an extension (ERC-7887): a vault that does not know it holds nothing cancelled. */
const cancelled = (
  reader: RequestReader,
  vault: Address,
  state: 'claimableCancelDepositRequest' | 'claimableCancelRedeemRequest',
  holder: Address,
): Promise<bigint> =>
  reader.read(erc7540Vault, vault, state, [0n, holder]).catch((error: unknown) => {
    if (error instanceof RevertedError) return 0n
    throw error
  })

/** An ERC-7540 vault of Centrifuge keeps one request a controller: its id is always 0. */
const requested = (reader: RequestReader, vault: Address, state: Erc7540State, holder: Address): Promise<bigint> => {
  switch (state) {
    case 'pendingDepositRequest':
    case 'pendingRedeemRequest':
      return reader.read(erc7540Vault, vault, state, [0n, holder])
    case 'maxMint':
    case 'maxWithdraw':
      return claimable(reader, vault, state, holder)
    case 'claimableCancelDepositRequest':
    case 'claimableCancelRedeemRequest':
      return cancelled(reader, vault, state, holder)
  }
}

/**
 * What is under way at the vaults known for a fund and, where its token names another by now, at that one: requests stay where
 * they were made. A vault that is not there, or does not know the question, holds none as long as another answers.
 */
export const requestedAnywhere = async (
  reader: RequestReader,
  { token, asset, vaults, state }: Extract<Amount, { kind: 'erc7540' }>,
  holder: Address,
): Promise<bigint> => {
  const at = (all: readonly Address[]) =>
    Promise.allSettled(all.map((vault) => requested(reader, vault, state, holder)))
  const known = vaults.map((vault) => reader.address(vault))
  const [named, asked] = await Promise.all([
    vaultNamed(reader, reader.address(token), reader.address(asset)),
    at(known),
  ])
  const isKnown = named === null || known.some((vault) => isAddressEqual(vault, named))
  const all = isKnown ? asked : [...asked, ...(await at([named]))]
  const answers = all.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  const failed = all.find(
    (each) => each.status === 'rejected' && (answers.length === 0 || each.reason instanceof NodeError),
  )
  if (failed?.status === 'rejected') throw failed.reason
  return answers.reduce((sum, each) => sum + each, 0n)
}
