import { chains, type Network } from '../chains'
import { metricById } from '../metrics'
import type { Observation } from '../metrics/types'
import { recheckFileOf } from '../numbers/recheck-file'
import { addressOf, decimalOf } from '../numbers/value'
import type { Proof } from '../snapshot/proof'
import type { AsOf, Snapshot } from '../snapshot/types'
import type { ProofAnswer } from './endpoints/number'
import type { NumbersAnswer } from './endpoints/numbers'
import type { NumberAnswer } from './schemas/number'
import type { AsOfAnswer } from './schemas/snapshot'

/** A number as the API says it: amounts as exact decimal strings, nothing rounded, unknown as null with its reason. */
export const numberJson = (num: Observation): NumberAnswer => ({
  id: num.id,
  metric: num.metric,
  chain: num.chain,
  key: num.key,
  ...(num.label === undefined ? {} : { label: num.label }),
  status: num.status,
  value: addressOf(num) ?? decimalOf(num),
  unit: num.unit,
  class: num.class,
  methodVersion: num.methodVersion,
  ...(num.reason === undefined ? {} : { reason: num.reason }),
  ...(num.code === undefined ? {} : { code: num.code }),
  ...(num.omitted === undefined ? {} : { omitted: num.omitted }),
  ...(num.parts === undefined ? {} : { parts: num.parts }),
  ...(num.note === undefined ? {} : { note: num.note }),
})

export const asOfJson = (asOf: AsOf): AsOfAnswer => ({
  chainId: asOf.chainId,
  block: asOf.block.toString(),
  hash: asOf.hash,
  timestamp: asOf.timestamp,
  finality: asOf.finality,
  agreement: asOf.agreement,
})

/** What every answer drawn from a snapshot begins with. */
export const snapshotHead = (network: Network, snapshot: Snapshot) => ({
  network,
  snapshot: snapshot.id,
  time: snapshot.time,
  asOf: Object.fromEntries(Object.entries(snapshot.asOf).map(([slug, asOf]) => [slug, asOfJson(asOf)])),
  ...(Object.keys(snapshot.failures).length === 0 ? {} : { failures: snapshot.failures }),
})

export const numbersJson = (network: Network, snapshot: Snapshot, numbers: readonly Observation[]): NumbersAnswer => ({
  ...snapshotHead(network, snapshot),
  numbers: numbers.map(numberJson),
})

/** Without the body, which is a file of its own where it is long. */
const recheckJson = ({ id: snapshot, asOf }: Snapshot, { number, recheck }: Proof): ProofAnswer['recheck'] =>
  Object.fromEntries(
    chains.flatMap(({ slug: chain, id: chainId }) => {
      const [line, at] = [recheck[chain], asOf[chain]]
      if (!line || !at) return []
      const { body: _, ...lines } = line
      const file = recheckFileOf({ id: number.id, chain, chainId, block: at.block, snapshot }, line)
      return [[chain, file === null ? lines : { ...lines, file }]]
    }),
  )

export const proofJson = (network: Network, snapshot: Snapshot, proof: Proof): ProofAnswer => {
  const metric = metricById(proof.number.metric)
  return {
    ...snapshotHead(network, snapshot),
    number: numberJson(proof.number),
    title: metric?.text.en.title ?? proof.number.metric,
    formula: metric?.text.en.formula ?? '',
    inputs: proof.number.inputs ?? [],
    tree: proof.tree.map((num) => ({
      ...numberJson(num),
      formula: metricById(num.metric)?.text.en.formula ?? '',
      inputs: num.inputs ?? [],
      calls: num.calls ?? [],
    })),
    calls: proof.calls.map(({ asOf, call }) => ({
      chainId: asOf.chainId,
      block: asOf.block.toString(),
      blockHash: asOf.hash,
      address: call.address,
      contract: call.contract,
      functionName: call.functionName,
      args: call.args,
      calldata: call.calldata,
      result: call.result,
      ...(call.ok ? {} : { reverted: true as const }),
    })),
    recheck: recheckJson(snapshot, proof),
  }
}
