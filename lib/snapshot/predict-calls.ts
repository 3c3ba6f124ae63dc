import { concatHex, type Hex, hexToBigInt, numberToHex, padHex, toFunctionSelector } from 'viem'
import type { Chain } from '../chains'
import { observeChain, prefetchOn } from '../metrics/observe'
import type { Metric } from '../metrics/types'
import type { SizedCall } from '../reader/multicall'
import { createReader, type ReaderSession, type Recorder } from '../reader/reader'
import type { Plan } from '../reader/source'
import type { RecordedCall } from '../reader/types'

const decimalsCall = toFunctionSelector('decimals()')
const symbolCall = toFunctionSelector('symbol()')
const pocketCall = toFunctionSelector('pocket()')

/** `?`, as a string of the ABI. */
const symbolAnswer =
  `0x${[32, 1].map((word) => numberToHex(word, { size: 32 }).slice(2)).join('')}${'3f'.padEnd(64, '0')}` as const

/** Tokens have 18 decimals or 6. */
const usualDecimals = [18, 6]

/** What contracts usually answer; null where it cannot be guessed. A PSM keeps its coins in itself, unless told otherwise. */
const usualAnswer = ({ address, calldata }: SizedCall, decimals: number): Hex | null => {
  if (calldata === decimalsCall) return numberToHex(decimals, { size: 32 })
  if (calldata === symbolCall) return symbolAnswer
  return calldata === pocketCall ? padHex(address, { size: 32 }) : null
}

/** Runs a chain's metrics against guessed answers and collects the calls they make. */
const collectCalls = async (
  metrics: readonly Metric[],
  chain: Chain,
  guess: (call: SizedCall) => Hex | null,
): Promise<ReadonlyMap<string, SizedCall>> => {
  const calls = new Map<string, SizedCall>()
  const session: ReaderSession = {
    block: { number: 0n, hash: `0x${'00'.repeat(32)}`, timestamp: 0, finality: 'latest' },
    call: (call) => {
      calls.set(`${call.address}${call.calldata}`, call)
      const result = guess(call)
      // A call without a guess is never answered: the program waits here for ever and is collected with its promise.
      return result === null ? new Promise(() => undefined) : Promise.resolve({ ok: true, result })
    },
  }
  const ignore = () => undefined
  const factory = (record: Recorder) => createReader(session, chain, record)
  void observeChain(metrics, chain.slug, factory, () => [], ignore).catch(ignore)
  void prefetchOn(metrics, chain.slug, factory).catch(ignore)
  // Until a whole turn of the event loop brings no new call.
  for (let before = -1; before < calls.size; ) {
    before = calls.size
    await new Promise((resolve) => setImmediate(resolve))
  }
  return calls
}

/**
 * The calls that a chain's metrics make before any has been answered, those that they prefetch, and those that follow
 * where contracts answer as usual: with them even a first reading, which has no earlier one to repeat, sends most of its
 * calls along with that for the head. Nothing is read here: a wrong guess costs a call that nobody looks at, and the right
 * one is made later.
 */
export const predictCalls = async (metrics: readonly Metric[], chain: Chain): Promise<Plan> => {
  const runs = usualDecimals.map((decimals) => collectCalls(metrics, chain, (call) => usualAnswer(call, decimals)))
  const calls = new Map((await Promise.all(runs)).flatMap((each) => [...each]))
  return [...calls.values()].map((call) => ({ ...call, failed: false }))
}

const checkpointCall = toFunctionSelector('checkpoints(uint256)')

/** Calls whose argument moves on by one: the checkpoints before and behind the one last asked for. */
const neighboursOf = ({ address, calldata, ok }: RecordedCall): Plan => {
  if (!ok || !calldata.startsWith(checkpointCall)) return []
  const index = hexToBigInt(`0x${calldata.slice(checkpointCall.length)}`)
  return [index + 1n, index - 1n]
    .filter((each) => each >= 0n)
    .map((each) => ({
      address,
      calldata: concatHex([checkpointCall, numberToHex(each, { size: 32 })]),
      size: 96,
      failed: true,
    }))
}

/** The calls of an earlier reading, to be made again in the first request, with those that may follow them by now. */
export const repeatCalls = (calls: readonly RecordedCall[]): Plan => [
  ...calls.map(({ address, calldata, result, ok }) => ({
    address,
    calldata,
    size: (result.length - 2) / 2,
    failed: !ok && result === '0x',
  })),
  ...calls.flatMap(neighboursOf),
]
