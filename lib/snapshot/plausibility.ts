import type { Address } from 'viem'
import type { Chain } from '../chains'
import type { Reading } from '../metrics/observe'
import type { Observation } from '../metrics/types'
import type { RecordedCall } from '../reader/types'
import { collapsedNumbers, type Versions } from './collapse'

/** What a reading lacks that cannot be gone without a proof. */
export type Loss = {
  /** Contracts that answer nothing where they answered before, or should by the registry. */
  readonly gone: readonly Address[]
  /** They are most of the chain's contracts. */
  readonly most: boolean
  /** They are most of them, and the registry says of one that it has been there since an earlier block. */
  readonly contradicted: boolean
  /** Ids of numbers that fell to nothing. */
  readonly collapsed: readonly string[]
  /** They are most of the chain's numbers. */
  readonly mostNumbers: boolean
}

const isSilent = ({ ok, result }: RecordedCall) => ok && result === '0x'
const hasData = ({ ok, result }: RecordedCall) => ok && result !== '0x'
/** The arguments may differ from one reading to the next. */
const functionOf = ({ address, calldata }: RecordedCall) => `${address}${calldata.slice(0, 10)}`
const addressesOf = (calls: readonly RecordedCall[]) => new Set(calls.map(({ address }) => address))

const silentContracts = (before: readonly RecordedCall[], now: readonly RecordedCall[]) => {
  const answered = before.filter(hasData)
  const functions = new Set(answered.map(functionOf))
  const gone = addressesOf(now.filter((call) => isSilent(call) && functions.has(functionOf(call))))
  return { gone, of: addressesOf(answered).size }
}

/** Without an earlier reading the registry tells what there is; where nothing of it is called, all contracts are expected. */
const missingContracts = (chain: Chain, block: bigint, calls: readonly RecordedCall[]) => {
  const known = new Set(
    Object.values(chain.contracts)
      .filter(({ since = 0n }) => since <= block)
      .map(({ address }) => address),
  )
  const called = addressesOf(calls)
  const registered = [...called].filter((address) => known.has(address))
  const expected = registered.length > 0 ? registered : [...called]
  const answering = addressesOf(calls.filter((call) => !isSilent(call)))
  const gone = new Set(expected.filter((address) => !answering.has(address)))
  return { gone: gone.size * 2 > expected.length ? gone : new Set<Address>(), of: expected.length }
}

const sinceOf = (chain: Chain): ReadonlyMap<Address, bigint> =>
  new Map(
    Object.values(chain.contracts).flatMap(({ address, since }) => (since === undefined ? [] : [[address, since]])),
  )

type LossOptions = {
  readonly chain: Chain
  /** Of the reading. */
  readonly block: bigint
  /** The last reading that was accepted; null at the first. */
  readonly before: Reading | null
  readonly now: Reading
  /** Whether the two are less than an hour apart: much may come to nothing in a longer time. */
  readonly recent: boolean
  /** The version of each metric: numbers of another one are not compared. */
  readonly versions: Versions
}

/** Whether a reading lacks what earlier blocks had; null where it is plausible. */
export const lossOf = ({ chain, block, before, now, recent, versions }: LossOptions): Loss | null => {
  const { gone, of } = before ? silentContracts(before.calls, now.calls) : missingContracts(chain, block, now.calls)
  const fallen = before
    ? collapsedNumbers(before.observations, now.observations, versions)
    : { collapsed: [], most: false }
  const mostNumbers = fallen.most
  const collapsed = recent || mostNumbers ? fallen.collapsed : []
  if (gone.size === 0 && collapsed.length === 0) return null
  const since = sinceOf(chain)
  const most = gone.size * 2 > of
  return {
    gone: [...gone],
    most,
    contradicted: most && [...gone].some((address) => (since.get(address) ?? block + 1n) <= block),
    collapsed,
    mostNumbers,
  }
}

const isMisfit = (each: Observation | undefined) => each?.status === 'failed' && each.code === 'misfit'

/**
 * A contract that has code and answers nothing is not absent: it does not fit its interface, like a proxy that points
 * at nothing. `empty` are those just found; what was found earlier stays so.
 */
export const withMisfits = (
  reading: Reading,
  before: Reading | null,
  empty: readonly Address[],
  misfit: Pick<Observation, 'reason' | 'code'>,
): Reading => {
  const addresses = new Set(empty)
  const earlier = new Set(before?.observations.filter(isMisfit).map(({ id }) => id))
  if (addresses.size === 0 && earlier.size === 0) return reading
  const isEmpty = (index: number) => {
    const call = reading.calls[index]
    return call !== undefined && isSilent(call) && addresses.has(call.address)
  }
  const observations = reading.observations.map((each) =>
    each.code === 'not-deployed' && (earlier.has(each.id) || each.calls?.some(isEmpty))
      ? { ...each, status: 'failed' as const, ...misfit }
      : each,
  )
  return { ...reading, observations }
}
