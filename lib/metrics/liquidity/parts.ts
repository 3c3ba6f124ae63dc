import type { Position } from '../../positions'

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
