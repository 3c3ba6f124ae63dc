import { erc20 } from '../contracts/erc20'
import { psm3 } from '../contracts/psm3'
import { ssrOracle } from '../contracts/ssr-oracle'
import { AbsentError } from '../errors'
import type { Reader } from '../reader/types'
import { unlessRefused } from './unless-refused'

/** What the dollars of a PSM3 may touch. */
export const psm3Reads = [erc20, psm3, ssrOracle] as const

type Psm3Reader = Reader<(typeof psm3Reads)[number]>

/** @throws AbsentError where its sUSDS would count as 0, since the oracle that it asks was never told a rate. */
const checkRate = async (reader: Psm3Reader): Promise<void> => {
  const rate = await unlessRefused(reader.read(ssrOracle, reader.address('SSR_AUTH_ORACLE'), 'getConversionRate'), null)
  if (rate !== 0n) return
  const held = await reader.read(erc20, reader.address('SUSDS'), 'balanceOf', [reader.address('PSM3')])
  if (held > 0n) throw new AbsentError('not-set')
}

/** All that a PSM3 holds, in dollars of 18 decimals. */
export const psm3Assets = async (reader: Psm3Reader): Promise<bigint> => {
  const [assets] = await Promise.all([reader.read(psm3, reader.address('PSM3'), 'totalAssets'), checkRate(reader)])
  return assets
}

/** What shares of a PSM3 are worth, in dollars of 18 decimals. */
export const psm3Value = async (reader: Psm3Reader, shares: bigint): Promise<bigint> => {
  const at = reader.address('PSM3')
  const [value] = await Promise.all([reader.read(psm3, at, 'convertToAssetValue', [shares]), checkRate(reader)])
  return value
}
