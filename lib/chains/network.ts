/** What the chains are read from: the live networks, or the local one that the program carries, which is not mainnet. */
export const networks = ['live', 'embedded'] as const
export type Network = (typeof networks)[number]
