import type { Network } from '../chains'
import { numbersOf } from '../numbers/number-index'
import { proofOf } from '../snapshot/proof'
import type { Snapshot } from '../snapshot/types'
import type { ProofAnswer } from './endpoints/number'
import { proofJson } from './json'
import { Problem } from './problem'

const decode = (id: string): string => {
  try {
    return decodeURIComponent(id)
  } catch {
    throw new Problem('unknown-number')
  }
}

/** A number of a snapshot with its proof, by its id as a path has it. Throws Problem. */
export const proofAnswer = (network: Network, snapshot: Snapshot, idInPath: string): ProofAnswer => {
  const proof = proofOf(numbersOf(snapshot), decode(idInPath))
  if (proof === null) throw new Problem('unknown-number')
  return proofJson(network, snapshot, proof)
}
