import type { ChainSlug } from '../chains'
import type { Day } from './calendar'
import { OPERATOR } from './calls'
import type { Compilation } from './compile'
import { stageEthereum } from './ethereum'
import { stageGnosis } from './gnosis'
import { stageArbitrum, stageBase, stageOptimism, stageUnichain } from './layer-two'
import { createStage, type Stage } from './stage'

type Script = {
  /** Height of the block at the first day's midnight: so high that all that the registry dates before it is there. */
  readonly firstBlock: bigint
  readonly set: (stage: Stage) => void
}

const scripts: Readonly<Record<ChainSlug, Script>> = {
  // so that the vaults of October 2025 begin at the block that the registry gives
  ethereum: { firstBlock: 23_484_348n, set: stageEthereum },
  gnosis: { firstBlock: 40_300_000n, set: stageGnosis },
  base: { firstBlock: 30_970_000n, set: stageBase },
  arbitrum: { firstBlock: 342_600_000n, set: stageArbitrum },
  optimism: { firstBlock: 136_570_000n, set: stageOptimism },
  unichain: { firstBlock: 17_990_000n, set: stageUnichain },
}

const stageOf = (slug: ChainSlug) => (compilation: Compilation, from: Day) => {
  const stage = createStage(compilation, from)
  stage.place(OPERATOR, 'Operator')
  const { firstBlock, set } = scripts[slug]
  set(stage)
  return { stage, firstBlock }
}

export const stages: Readonly<Record<ChainSlug, ReturnType<typeof stageOf>>> = {
  ethereum: stageOf('ethereum'),
  gnosis: stageOf('gnosis'),
  base: stageOf('base'),
  arbitrum: stageOf('arbitrum'),
  optimism: stageOf('optimism'),
  unichain: stageOf('unichain'),
}
