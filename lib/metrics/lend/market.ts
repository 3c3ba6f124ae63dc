import { chainsWith } from '../../chains'
import { firstVersion } from '../define'

/** The chains with a SparkLend market. */
export const marketChains = chainsWith('POOL')

const marketKeys = (): readonly string[] => ['POOL_ADDRESSES_PROVIDER']

/** What every metric of the market as a whole declares alike; its one key is the contract that all else hangs on. */
export const ofMarket = {
  line: 'lend',
  class: 'onchain',
  versions: firstVersion,
  chains: marketChains,
  keys: marketKeys,
  expects: marketKeys,
} as const
