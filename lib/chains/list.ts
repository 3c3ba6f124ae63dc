import { arbitrum } from './arbitrum'
import { base } from './base'
import { ethereum } from './ethereum'
import { gnosis } from './gnosis'
import { optimism } from './optimism'
import { unichain } from './unichain'

/** Every chain read, in the order in which pages and sums show them. A new one is a file of its own and a word here. */
export const chains = [ethereum, gnosis, base, arbitrum, optimism, unichain] as const
