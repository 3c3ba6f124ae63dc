import type { ChainSlug } from '../../chains'
import { layerChains, type Position, positions } from '../../positions'
import { defineDerived, firstVersion, type Words } from '../define'
import { sumOf, sumOverChains } from '../sums'
import type { Derived, DerivedMetric, Numbers, Scope } from '../types'
import { chainsHolding, positionDollars } from './position-dollars'

/** What a holding is to the layer; each is in exactly one part. */
export type LayerPart =
  | 'DEPLOYED'
  | 'IDLE'
  | 'IN_TRANSIT'
  | 'PSM'
  | 'OTHER_HOLDERS'
  | 'SKY_ISSUED'
  | 'D3M'
  | 'OUTSTANDING'

const balances: readonly Position['amount']['kind'][] = ['balance', 'ether', 'psm3-shares']

export const partOf = ({ line, holder, amount, venue }: Position): LayerPart => {
  if (line === 'outstanding') return 'OUTSTANDING'
  if (line === 'sky') return 'SKY_ISSUED'
  if (line === 'psm') return 'PSM'
  if (holder === 'D3M_SPARK_DAI') return 'D3M'
  if (holder !== 'ALM_PROXY') return 'OTHER_HOLDERS'
  if (!balances.includes(amount.kind)) return 'IN_TRANSIT'
  return venue === 'Idle' || venue === 'Rewards' ? 'IDLE' : 'DEPLOYED'
}

const heldParts: readonly LayerPart[] = ['DEPLOYED', 'IDLE', 'IN_TRANSIT', 'PSM', 'OTHER_HOLDERS']

/** What the layer itself holds of others: not Sky's own tokens, not Sky's direct deposits, not what an exchange owes. */
export const isHeld = (position: Position): boolean => heldParts.includes(partOf(position))

type Grouping = Words & {
  readonly id: `liquidity.${string}`
  /** The group of a position; null for none. */
  readonly keyOf: (position: Position) => string | null
}

/** Dollars of the layer's positions by group, on each chain and over all; TOTAL: what the layer holds. */
export const groupedDollars = ({ id, keyOf, formula, text }: Grouping): DerivedMetric => {
  const keysOn = (chains: readonly ChainSlug[]) => [
    ...new Set(chains.flatMap((chain) => positions[chain].flatMap((position) => keyOf(position) ?? []))),
  ]
  const overChains = (numbers: Numbers): readonly Derived[] => [
    ...keysOn(layerChains).map((key) =>
      sumOverChains(
        numbers,
        id,
        chainsHolding((position) => keyOf(position) === key),
        key,
      ),
    ),
    sumOverChains(numbers, id, layerChains, 'TOTAL'),
  ]
  const onChain = (numbers: Numbers, chain: ChainSlug): readonly Derived[] => [
    ...keysOn([chain]).map((key) =>
      sumOf(
        key,
        positionDollars(numbers, chain, (position) => keyOf(position) === key),
      ),
    ),
    sumOf('TOTAL', positionDollars(numbers, chain, isHeld)),
  ]
  return defineDerived({
    id,
    line: 'liquidity',
    unit: 'usd',
    class: 'onchain',
    versions: firstVersion,
    scopes: [...layerChains, 'all'],
    formula,
    text,
    compute: (numbers: Numbers, scope: Scope) => (scope === 'all' ? overChains(numbers) : onChain(numbers, scope)),
  })
}
