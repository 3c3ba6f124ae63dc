import type { ChainSlug } from '../chains'
import { chainBySlug } from '../chains'
import type { Day } from './calendar'
import { OPERATOR } from './calls'
import type { Compilation } from './compile'
import { stageEthereum } from './ethereum'
import { createStage, type Stage } from './stage'

type Script = {
  /** Height of the block at the first day's midnight: so high that all that the registry dates before it is there. */
  readonly firstBlock: bigint
  readonly set: (stage: Stage) => void
}

const multicall = (slug: ChainSlug) => (stage: Stage) =>
  stage.place(chainBySlug(slug).contracts.MULTICALL3.address, 'Multicall3')

const scripts: Readonly<Record<ChainSlug, Script>> = {
  // so that the vaults of October 2025 begin where the registry says they do
  ethereum: { firstBlock: 23_484_350n, set: stageEthereum },
  gnosis: { firstBlock: 40_300_000n, set: multicall('gnosis') },
  base: { firstBlock: 30_970_000n, set: multicall('base') },
  arbitrum: { firstBlock: 342_600_000n, set: multicall('arbitrum') },
  optimism: { firstBlock: 136_570_000n, set: multicall('optimism') },
  unichain: { firstBlock: 17_990_000n, set: multicall('unichain') },
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
