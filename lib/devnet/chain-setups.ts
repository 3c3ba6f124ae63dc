import { byChain, type SparkChain } from '../chains'
import type { Day } from './calendar'
import { OPERATOR } from './calls'
import { type ChainSetup, createSetup } from './chain-setup'
import type { Compilation } from './compile'
import { setUpEthereum } from './ethereum'
import { setUpGnosis } from './gnosis'
import { setUpArbitrum, setUpBase, setUpOptimism, setUpPlain, setUpUnichain } from './layer-two'

type ChainScript = {
  /** Height of the block at the first day's midnight: above every block of the registry that lies before that day. */
  readonly firstBlock: bigint
  readonly set: (setup: ChainSetup) => void
}

const scripts: Readonly<Record<string, ChainScript>> = {
  // so that the vaults of October 2025 begin at their block in the registry
  ethereum: { firstBlock: 23_484_348n, set: setUpEthereum },
  gnosis: { firstBlock: 40_300_000n, set: setUpGnosis },
  base: { firstBlock: 30_970_000n, set: setUpBase },
  arbitrum: { firstBlock: 342_600_000n, set: setUpArbitrum },
  optimism: { firstBlock: 136_570_000n, set: setUpOptimism },
  unichain: { firstBlock: 17_990_000n, set: setUpUnichain },
}

/** A small chain, for chains without a script of their own. */
const plain = (chain: SparkChain): ChainScript => ({ firstBlock: 1_000_000n, set: (setup) => setUpPlain(setup, chain) })

/** What is built on each chain. */
export const setups = byChain((chain) => (compilation: Compilation, from: Day) => {
  const setup = createSetup(compilation, from)
  setup.place(OPERATOR, 'Operator')
  const { firstBlock, set } = scripts[chain.slug] ?? plain(chain)
  set(setup)
  return { setup, firstBlock }
})
