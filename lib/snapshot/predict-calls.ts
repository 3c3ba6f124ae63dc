import { type Hex, numberToHex, padHex, toFunctionSelector } from 'viem'
import type { Chain } from '../chains'
import { observeChain } from '../metrics/observe'
import type { Metric } from '../metrics/types'
import type { SizedCall } from '../reader/multicall'
import { createReader, type ReaderSession } from '../reader/reader'
import type { Plan } from '../reader/source'

const decimalsCall = toFunctionSelector('decimals()')
const symbolCall = toFunctionSelector('symbol()')
const pocketCall = toFunctionSelector('pocket()')

/** `?`, as a string of the ABI. */
const symbolAnswer =
  `0x${[32, 1].map((word) => numberToHex(word, { size: 32 }).slice(2)).join('')}${'3f'.padEnd(64, '0')}` as const

/** Tokens have 18 decimals or 6. */
const usualDecimals = [18, 6]

/** What contracts usually answer; null where nobody can tell. A PSM keeps its coins in itself, unless told otherwise. */
const usualAnswer = ({ address, calldata }: SizedCall, decimals: number): Hex | null => {
  if (calldata === decimalsCall) return numberToHex(decimals, { size: 32 })
  if (calldata === symbolCall) return symbolAnswer
  return calldata === pocketCall ? padHex(address, { size: 32 }) : null
}

const rehearse = async (
  metrics: readonly Metric[],
  chain: Chain,
  answerTo: (call: SizedCall) => Hex | null,
): Promise<ReadonlyMap<string, SizedCall>> => {
  const asked = new Map<string, SizedCall>()
  const session: ReaderSession = {
    block: { number: 0n, hash: `0x${'00'.repeat(32)}`, timestamp: 0, finality: 'latest' },
    call: (call) => {
      asked.set(`${call.address}${call.calldata}`, call)
      const result = answerTo(call)
      // Never answered: the programs stop here, and go with this promise.
      return result === null ? new Promise(() => undefined) : Promise.resolve({ ok: true, result })
    },
  }
  const ignore = () => undefined
  void observeChain(
    metrics,
    chain.slug,
    (record) => createReader(session, chain, record),
    () => [],
    ignore,
  ).catch(ignore)
  for (let before = -1; before < asked.size; ) {
    before = asked.size
    await new Promise((resolve) => setImmediate(resolve))
  }
  return asked
}

/**
 * The calls that a chain's metrics make before any has been answered, and those that follow where contracts answer as
 * usual: with them even a first reading, which has no earlier one to repeat, sends most of its questions along with that
 * for the head. Nothing is read and nothing is said: a wrong guess costs a call that nobody looks at, and the right one
 * is asked later.
 */
export const firstCalls = async (metrics: readonly Metric[], chain: Chain): Promise<Plan> => {
  const rehearsals = usualDecimals.map((decimals) => rehearse(metrics, chain, (call) => usualAnswer(call, decimals)))
  const asked = new Map((await Promise.all(rehearsals)).flatMap((calls) => [...calls]))
  return [...asked.values()].map((call) => ({ ...call, failed: false }))
}
