import { byChain, type SparkChain } from '../chains'
import type { Day } from './calendar'
import { OPERATOR } from './calls'
import type { Compilation } from './compile'
import { stageEthereum } from './ethereum'
import { stageGnosis } from './gnosis'
import { stageArbitrum, stageBase, stageOptimism, stagePlain, stageUnichain } from './layer-two'
import { createStage, type Stage } from './stage'

type Script = {
  /** Height of the block at the first day's midnight: so high that all that the registry dates before it is there. */
  readonly firstBlock: bigint
  readonly set: (stage: Stage) => void
}

const scripts: Readonly<Record<string, Script>> = {
  // so that the vaults of October 2025 begin at the block that the registry gives
  ethereum: { firstBlock: 23_484_348n, set: stageEthereum },
  gnosis: { firstBlock: 40_300_000n, set: stageGnosis },
  base: { firstBlock: 30_970_000n, set: stageBase },
  arbitrum: { firstBlock: 342_600_000n, set: stageArbitrum },
  optimism: { firstBlock: 136_570_000n, set: stageOptimism },
  unichain: { firstBlock: 17_990_000n, set: stageUnichain },
}

/** A chain without a script of its own is a small one. */
const plain = (chain: SparkChain): Script => ({ firstBlock: 1_000_000n, set: (stage) => stagePlain(stage, chain) })

/** What is built on each chain. */
export const stages = byChain((chain) => (compilation: Compilation, from: Day) => {
  const stage = createStage(compilation, from)
  stage.place(OPERATOR, 'Operator')
  const { firstBlock, set } = scripts[chain.slug] ?? plain(chain)
  set(stage)
  return { stage, firstBlock }
})
