import { pot } from '../../contracts/pot'
import { sparkVaultV2 } from '../../contracts/spark-vault-v2'
import { ssrOracle } from '../../contracts/ssr-oracle'
import { susds } from '../../contracts/susds'
import { AbsentError } from '../../errors'
import { chiNow } from '../../math/compounding'
import type { Placed } from '../../products'
import type { Reader } from '../../reader/types'

/** What the rate and the index of any product may touch. */
export const rateReads = [susds, pot, ssrOracle, sparkVaultV2] as const

export type RateReader = Reader<(typeof rateReads)[number]>

/**
 * A rate, an index or a price of a share. Each is at least 1 once it is set: 0 is what an oracle answers that was never told
 * one, and so says nothing of what a share is worth.
 */
export const unlessUnset = (raw: bigint): bigint => {
  if (raw === 0n) throw new AbsentError('not-set')
  return raw
}

/** Growth per second (ray) as the product's own source has it. Savings xDAI has none: AbsentError. */
export const rateOf = async (reader: RateReader, product: Placed): Promise<bigint> => {
  switch (product.kind) {
    case 'susds':
    case 'susdc':
      return reader.read(susds, reader.address('SUSDS'), 'ssr')
    case 'sdai':
      return reader.read(pot, reader.address('POT'), 'dsr')
    case 'bridged-susds':
    case 'bridged-susdc':
      return reader.read(ssrOracle, reader.address('SSR_AUTH_ORACLE'), 'getSSR')
    case 'vault-v2':
      return reader.read(sparkVaultV2, reader.address(product.token), 'vsr')
    case 'sxdai':
      throw new AbsentError('not-deployed')
  }
}

/** The index (ray) stored at the last update, which is older than the block. */
export const storedIndexOf = async (reader: RateReader, product: Placed): Promise<bigint> => {
  switch (product.kind) {
    case 'susds':
    case 'susdc':
      return reader.read(susds, reader.address('SUSDS'), 'chi')
    case 'sdai':
      return reader.read(pot, reader.address('POT'), 'chi')
    case 'bridged-susds':
    case 'bridged-susdc':
      return reader.read(ssrOracle, reader.address('SSR_AUTH_ORACLE'), 'getChi')
    case 'vault-v2':
      return reader.read(sparkVaultV2, reader.address(product.token), 'chi')
    case 'sxdai':
      throw new AbsentError('not-deployed')
  }
}

/** The index (ray) accrued to the block: asked of the contract where it says, else its own arithmetic repeated. */
export const liveIndexOf = async (reader: RateReader, product: Placed): Promise<bigint> => {
  const { timestamp } = reader.block
  switch (product.kind) {
    case 'susds':
    case 'susdc': {
      const address = reader.address('SUSDS')
      const [rate, chi, rho] = await Promise.all([
        reader.read(susds, address, 'ssr'),
        reader.read(susds, address, 'chi'),
        reader.read(susds, address, 'rho'),
      ])
      return chiNow(rate, chi, rho, timestamp)
    }
    case 'sdai': {
      const address = reader.address('POT')
      const [rate, chi, rho] = await Promise.all([
        reader.read(pot, address, 'dsr'),
        reader.read(pot, address, 'chi'),
        reader.read(pot, address, 'rho'),
      ])
      return chiNow(rate, chi, rho, timestamp)
    }
    case 'bridged-susds':
    case 'bridged-susdc':
      return reader.read(ssrOracle, reader.address('SSR_AUTH_ORACLE'), 'getConversionRate')
    case 'vault-v2':
      return reader.read(sparkVaultV2, reader.address(product.token), 'nowChi')
    case 'sxdai':
      throw new AbsentError('not-deployed')
  }
}
