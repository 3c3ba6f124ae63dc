import type { Colour } from './colours'

/** Colours of SparkLend's main reserves, those most lent first. */
export const mainReserves: Readonly<Record<string, Colour>> = {
  USDC: 'lend',
  USDT: 'c2',
  USDS: 'savings',
  WETH: 'c7',
  DAI: 'c3',
  PYUSD: 'c4',
}

const spare: readonly Colour[] = ['c5', 'c6', 'c8', 'c1', 'rwa', 'liquidity']

/** A colour for the reserve in some place of a list: any other than the main ones'. */
export const spareColour = (place: number): Colour => spare[place % spare.length] ?? 'c5'
