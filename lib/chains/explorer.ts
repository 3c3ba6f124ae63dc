import type { Chain } from './'

export type ExploredChain = Pick<Chain, 'explorer'>

export const blockUrl = ({ explorer }: ExploredChain, block: bigint): string => `${explorer.url}/block/${block}`

export const addressUrl = ({ explorer }: ExploredChain, address: string): string => `${explorer.url}/address/${address}`
