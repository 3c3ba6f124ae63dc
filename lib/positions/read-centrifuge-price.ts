import type { Address } from 'viem'
import { centrifugeRequestManager } from '../contracts/centrifuge-request-manager'
import { centrifugeShare } from '../contracts/centrifuge-share'
import { centrifugeSpoke } from '../contracts/centrifuge-spoke'
import { erc20 } from '../contracts/erc20'
import { erc7540Vault } from '../contracts/erc7540-vault'
import { AbsentError } from '../errors'
import { divide, fixed, multiply } from '../math/fixed'
import type { Reader } from '../reader/types'
import { managerOf, vaultNamed } from './centrifuge-vault'
import type { Valuation } from './define-position'
import { isOld, type ReportedPrice } from './reported-price'
import { unlessRefused } from './unless-refused'

/** What reading the price of a Centrifuge fund may touch. */
export const centrifugeReads = [
  erc20,
  erc7540Vault,
  centrifugeShare,
  centrifugeRequestManager,
  centrifugeSpoke,
] as const

type CentrifugeReader = Reader<(typeof centrifugeReads)[number]>
type Centrifuge = Extract<Valuation, { kind: 'centrifuge' }>

/** Centrifuge counts in 128 bits: 10^36 would overflow there. */
const largeShares = 10n ** 18n
const places = 18

/** Dollars a share, by what many convert to. */
const sharePrice = async (reader: CentrifugeReader, { token, asset }: Centrifuge, vault: Address) => {
  const [assets, shareDecimals, assetDecimals] = await Promise.all([
    reader.read(erc7540Vault, vault, 'convertToAssets', [largeShares]),
    reader.read(erc20, reader.address(token), 'decimals'),
    reader.read(erc20, reader.address(asset), 'decimals'),
  ])
  const whole = multiply(fixed(assets, assetDecimals), fixed(10n ** BigInt(shareDecimals), 0))
  return divide(whole, fixed(largeShares, 0), places)
}

/** Of version 3: when the share's own price was computed, and until when its issuer lets it be used. */
const shareMarkers = async (reader: CentrifugeReader, vault: Address) => {
  const manager = await managerOf(reader, vault)
  if (manager?.version !== 3) throw new AbsentError()
  const [spoke, pool, shareClass] = await Promise.all([
    reader.read(centrifugeRequestManager, manager.address, 'spoke'),
    reader.read(erc7540Vault, vault, 'poolId'),
    reader.read(erc7540Vault, vault, 'scId'),
  ])
  const [updatedAt, , validUntil] = await reader.read(centrifugeSpoke, spoke, 'markersPricePoolPerShare', [
    pool,
    shareClass,
  ])
  return { updatedAt, validUntil }
}

/** In version 3 a vault's own `priceLastUpdated` moves with the price of its asset, too: the share's is asked first. */
const datesOf = async (reader: CentrifugeReader, vault: Address) => {
  const [markers, updatedAt] = await Promise.all([
    unlessRefused(shareMarkers(reader, vault), null),
    unlessRefused(reader.read(erc7540Vault, vault, 'priceLastUpdated'), null),
  ])
  return markers ?? { updatedAt }
}

const vaultPrice = async (reader: CentrifugeReader, valuation: Centrifuge, vault: Address): Promise<ReportedPrice> => {
  const [value, dates] = await Promise.all([sharePrice(reader, valuation, vault), datesOf(reader, vault)])
  return { value, ...dates }
}

/**
 * By the vault that the token names for the asset. Where it names none, by the one known, as long as that is updated: a vault
 * left behind keeps its last price for ever.
 */
export const centrifugePrice = async (reader: CentrifugeReader, valuation: Centrifuge): Promise<ReportedPrice> => {
  const { token, asset, vaults = [] } = valuation
  const named = await vaultNamed(reader, reader.address(token), reader.address(asset))
  if (named !== null) return vaultPrice(reader, valuation, named)
  const [known] = vaults
  if (known === undefined) throw new AbsentError('no-price')
  const price = await vaultPrice(reader, valuation, reader.address(known))
  if (isOld(price, reader.block.timestamp)) throw new AbsentError('no-price')
  return price
}

/** What is asked of the vaults known, and of the spoke, before the token has named a vault. */
export const prefetchCentrifuge = (reader: CentrifugeReader, valuation: Centrifuge): readonly Promise<unknown>[] => {
  const { vaults = [], shareClass } = valuation
  const { spoke, pool, id } = shareClass
  return [
    reader.read(centrifugeSpoke, reader.address(spoke), 'markersPricePoolPerShare', [pool, id]),
    ...vaults.map((vault) => vaultPrice(reader, valuation, reader.address(vault))),
  ]
}
