import type { Address, Hex } from 'viem'
import { NodeError } from '../errors'
import { type Check, gasGauge } from './block-check'
import { noteAnswerLimit, shrinkGas } from './endpoint'
import { exchange, type Line } from './exchange'
import { doubtedIn, isSilent } from './gas-starvation'
import { cutChunks, decodeAggregate, encodeAggregate, type RawCall, type RawResult, resultCost } from './multicall'
import type { RpcAnswer, RpcRequest } from './rpc'

/** How the blocks of a request are named: a tag, a number, or best the hash, which can mean one block only. */
export type BlockName = Hex | 'latest' | 'safe' | 'finalized' | { readonly blockHash: Hex }

/** A call with what its answer is expected to weigh, in bytes. */
export type SizedCall = RawCall & { readonly size: number }
export type Chunk = readonly SizedCall[]

export const isHex = (value: unknown): value is Hex => typeof value === 'string' && /^0x[0-9a-fA-F]*$/.test(value)

/** The line, the chain's Multicall3, and the calls that head every chunk to say where it ran. */
export type Target = { readonly line: Line; readonly multicall: Address; readonly witnesses: readonly SizedCall[] }

export const aggregateRequest = (
  { line, multicall, witnesses }: Target,
  calls: Chunk,
  block: BlockName,
): RpcRequest => ({
  method: 'eth_call',
  params: [
    {
      to: multicall,
      data: encodeAggregate([...witnesses, ...calls, gasGauge]),
      gas: `0x${line.endpoint.callGas.toString(16)}`,
    },
    block,
  ],
})

export type ChunkAnswer = {
  readonly witnesses: readonly RawResult[]
  readonly results: readonly RawResult[]
  /** Nobody burnt the chunk's gas: whoever refused had enough, and meant it. */
  readonly hadGas: boolean
}

/** What one aggregate answered; where the node refused it for its size or for the gas it asks for, that. Throws NodeError. */
export const readAnswer = (
  { witnesses }: Target,
  calls: Chunk,
  answer: RpcAnswer | undefined,
): ChunkAnswer | 'too-big' | 'gas-cap' => {
  if (!answer) throw new NodeError('garbled')
  if ('refusal' in answer) {
    if (answer.refusal === 'too-big' || answer.refusal === 'gas-cap') return answer.refusal
    if (answer.refusal === 'no-archive') throw new NodeError('no-archive')
    throw new NodeError(answer.refusal === 'unknown-block' ? 'lagging' : 'refused')
  }
  if (!isHex(answer.result)) throw new NodeError('garbled')
  try {
    const all = decodeAggregate(answer.result, witnesses.length + calls.length + 1)
    return {
      witnesses: all.slice(0, witnesses.length),
      results: all.slice(witnesses.length, -1),
      hadGas: all.at(-1)?.ok === true,
    }
  } catch {
    throw new NodeError('garbled')
  }
}

const weight = (calls: Chunk) => calls.reduce((sum, { size }) => sum + resultCost(size), 64)

/** Chunks in the size this URL accepts, with room left for the witnesses and the gauge. */
export const chunksFor = ({ line, witnesses }: Target, calls: Chunk): readonly Chunk[] =>
  cutChunks(calls, ({ size }) => resultCost(size), line.endpoint.answerLimit - weight([...witnesses, gasGauge]))

const aloneAtMost = 16

/** Each call at the head of a chunk of its own, as long as there are not too many of them. */
export const dealAlone = (calls: Chunk): readonly Chunk[] =>
  Array.from({ length: Math.min(aloneAtMost, calls.length) }, (_, first) =>
    calls.filter((_call, index) => index % aloneAtMost === first),
  )

/** Calls known to burn gas or to refuse in silence stand where they can spoil nobody: alone, or behind all others. */
export const chunksOf = (target: Target, calls: Chunk, isKnown: (call: SizedCall) => boolean): readonly Chunk[] => {
  const silent = calls.filter(isKnown)
  const others = calls.filter((call) => !isKnown(call))
  const roomy = silent.length > 1 && !Number.isFinite(target.line.endpoint.batchLimit)
  if (roomy) return [...chunksFor(target, others), ...dealAlone(silent)]
  return chunksFor(target, [...others, ...silent])
}

/** The halves of a refused chunk know of each other: its size was the reason only where both of them pass. */
type Halves = { left: number; heaviest: number }
export type Waiting = { readonly calls: Chunk; readonly halves: Halves | null }

export const whole = (calls: Chunk): Waiting => ({ calls, halves: null })

/** A chunk in two, or as it is where it cannot be cut. */
export const halvesOf = (calls: Chunk): readonly Waiting[] => {
  if (calls.length < 2) return [whole(calls)]
  const middle = Math.ceil(calls.length / 2)
  const halves: Halves = { left: 2, heaviest: 0 }
  return [calls.slice(0, middle), calls.slice(middle)].map((half) => ({ calls: half, halves }))
}

const notePassed = ({ line, witnesses }: Target, halves: Halves, calls: Chunk) => {
  halves.left -= 1
  halves.heaviest = Math.max(halves.heaviest, weight(calls) + weight(witnesses))
  if (halves.left === 0) noteAnswerLimit(line.endpoint, halves.heaviest)
}

/** Said of a single call that a node refuses to run at any size: it fails alone. */
const refusedAlone: RawResult = { ok: false, result: '0x' }

export type Run = { readonly results: ReadonlyMap<SizedCall, RawResult>; readonly doubted: Chunk }

/**
 * Runs chunks at one block, splitting what is refused until it passes. Calls in doubt have no result: they want to be
 * asked alone. Throws NodeError.
 */
export const runChunks = async (
  target: Target,
  chunks: readonly Waiting[],
  block: BlockName,
  check: Check,
  isKnown: (call: SizedCall) => boolean = () => false,
): Promise<Run> => {
  const { line } = target
  const results = new Map<SizedCall, RawResult>()
  const doubted: SizedCall[] = []
  const refused: SizedCall[] = []
  let waiting = chunks
  while (waiting.length > 0) {
    const requests = waiting.map(({ calls }) => aggregateRequest(target, calls, block))
    const answers = await exchange(line, requests)
    const tooBig: Chunk[] = []
    const tooMuchGas: Waiting[] = []
    for (const [index, each] of waiting.entries()) {
      const { calls, halves } = each
      const answer = readAnswer(target, calls, answers[index])
      if (answer === 'too-big') tooBig.push(calls)
      else if (answer === 'gas-cap') tooMuchGas.push(each)
      else {
        check(answer.witnesses)
        line.ran = true
        // With a silent refusal in it, it may have been that one's gas and not the size that was refused before.
        if (halves && !calls.some((call, at) => isSilent(answer.results[at]) && !isKnown(call)))
          notePassed(target, halves, calls)
        const unsure = new Set(doubtedIn(calls, answer, isKnown))
        doubted.push(...unsure)
        for (const [position, call] of calls.entries())
          if (!unsure.has(call)) results.set(call, answer.results[position] ?? refusedAlone)
      }
    }
    const withLess = tooMuchGas.length > 0 && shrinkGas(line.endpoint)
    if (!withLess) tooBig.push(...tooMuchGas.map(({ calls }) => calls))
    refused.push(...tooBig.filter((calls) => calls.length === 1).flat())
    waiting = [...(withLess ? tooMuchGas : []), ...tooBig.filter((calls) => calls.length > 1).flatMap(halvesOf)]
  }
  if (refused.length > 0 && !line.ran) throw new NodeError('refused')
  for (const call of refused) results.set(call, refusedAlone)
  return { results, doubted }
}
