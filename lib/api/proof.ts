import type { ChainSlug, Network } from '../chains'
import { numbersOf } from '../numbers/number-index'
import { recheckFileName } from '../numbers/recheck-file'
import { proofOf } from '../snapshot/proof'
import type { Snapshot } from '../snapshot/types'
import type { ProofAnswer } from './endpoints/number'
import { proofJson } from './number-json'
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

/** The body of the request that re-checks a number on one chain, and the name of its file. Throws Problem. */
export const recheckRequest = (snapshot: Snapshot, idInPath: string, chain: ChainSlug) => {
  const id = decode(idInPath)
  const proof = proofOf(numbersOf(snapshot), id)
  if (proof === null) throw new Problem('unknown-number')
  const [line, asOf] = [proof.recheck[chain], snapshot.asOf[chain]]
  if (!line || !asOf) throw new Problem('not-found', 'No contract of this chain was called for the number.')
  return { body: line.body, file: recheckFileName({ id, chain, block: asOf.block }) }
}
