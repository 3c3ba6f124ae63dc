import { type ChainSlug, chainBySlug, chainSlugs } from '@/lib/chains'
import { type Anvil, startAnvil } from '../support/anvil'
import { createRandom } from './random'
import { addressesOf, addressOf } from './registry'
import type { Scene } from './scene'
import { Stage } from './stage'
import { putEthereum, putSpTokens } from './state-layer'
import { putGnosis, putLayerTwo } from './state-layer-two'
import { putMarket } from './state-lend'

/** Contracts of every second seed refuse without a word. */
export const isSilent = (seed: number): boolean => seed % 2 === 1

/** Never taken away: without it nothing at all can be read in one call. */
const kept = new Set(['MULTICALL3'])

const missing = (scene: Scene, slug: ChainSlug, probability: number) => {
  for (const name of Object.keys(addressesOf(slug))) {
    if (!kept.has(name) && scene.random.chance(probability)) scene.stage.remove(scene.at(name))
  }
}

const arbSys = '0x0000000000000000000000000000000000000064'

/** What stands on one chain for a seed. */
const sceneOf = (slug: ChainSlug, seed: number, timestamp: number): Scene => {
  const random = createRandom(seed * 1_000 + chainSlugs.indexOf(slug))
  const at = (name: string) => addressOf(slug, name)
  const scene: Scene = { stage: new Stage(), random, at, timestamp, silent: isSilent(seed), tokens: new Map() }
  if (slug === 'ethereum') putEthereum(scene)
  else if (slug === 'gnosis') putGnosis(scene)
  else putLayerTwo(scene, slug)
  if (slug === 'ethereum' || slug === 'gnosis') {
    putMarket(scene.stage, random, slug, scene)
    if (slug === 'ethereum')
      putSpTokens(
        scene,
        ['USDC', 'USDT', 'PYUSD', 'WETH', 'USDS', 'DAI'].map((name) => `${name}_SPTOKEN`),
      )
  }
  // The first seed has everything; later ones lack more and more.
  missing(scene, slug, Math.min(0.12, 0.03 * (seed % 5)))
  return scene
}

export type State = { readonly nodes: Readonly<Record<ChainSlug, Anvil>>; stop(): Promise<void> }

/** Six fresh nodes of a few blocks, each with contracts at Spark's real addresses and a state drawn from the seed. */
export const startState = async (seed: number): Promise<State> => {
  const started = await Promise.all(chainSlugs.map((slug) => startAnvil(chainBySlug(slug).id)))
  const stop = async () => {
    await Promise.all(started.map((node) => node.stop()))
  }
  try {
    const timestamp = 1_900_000_000 + seed * 1_013
    for (const [index, slug] of chainSlugs.entries()) {
      const { stage } = sceneOf(slug, seed, timestamp)
      const blocks = 1 + ((seed + index) % 4)
      // A plain node that stands for Arbitrum has no ArbSys; one that imitates it has.
      if (slug === 'arbitrum' && seed % 3 === 0)
        stage.set(arbSys, 'arbBlockNumber() returns (uint256)', [], BigInt(blocks))
      await stage.build(started[index]?.url ?? '', { blocks, timestamp, silent: isSilent(seed) })
    }
  } catch (error) {
    await stop()
    throw error
  }
  const nodes = Object.fromEntries(chainSlugs.map((slug, index) => [slug, started[index]]))
  return { nodes: nodes as Record<ChainSlug, Anvil>, stop }
}
