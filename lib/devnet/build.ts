import { decodeErrorResult, type Hex, hexToString, numberToHex, parseAbi, toFunctionSelector } from 'viem'
import { DAY, HOUR } from '../format/time'
import { BLOCK_GAS_LIMIT } from './anvil'
import { type Day, midnight } from './calendar'
import { act, DIRECTOR, OPERATOR } from './calls'
import { type Rpc, type RpcCall, RpcError } from './rpc'
import type { Placement, Stage } from './stage'

export type Head = { readonly number: bigint; readonly hash: Hex; readonly timestamp: number }
export type Report = (step: string, done: number, total: number) => void

/** Days mined in one request: long enough to be quick, short enough to show progress. */
const STRIDE = 32

/** Height of a day's block, given that of the network's first day: later code has a block of its own. */
const heightOf = (stage: Stage, firstBlock: bigint, day: Day): bigint =>
  firstBlock + BigInt(day) + BigInt(stage.later.filter((step) => step.day <= day).length)

/** The node starts this far below the first day shown: an empty block, then the opening. */
export const genesisOf = (stage: Stage, firstBlock: bigint) => ({
  number: heightOf(stage, firstBlock, stage.from) - BigInt(stage.opening.length) - 1n,
  timestamp: midnight(stage.from) - HOUR,
})

const transaction = (data: Hex, nonce: number): RpcCall => [
  'eth_sendTransaction',
  { from: DIRECTOR, to: OPERATOR, data, nonce: numberToHex(nonce), gas: numberToHex(BLOCK_GAS_LIMIT), gasPrice: '0x0' },
]

const place = async (rpc: Rpc, placements: readonly Placement[]) => {
  const built = new Map<Hex, Hex>()
  const run = async (creation: Hex) => {
    const known = built.get(creation)
    if (known) return known
    const code = (await rpc.send('eth_call', { data: creation, gas: numberToHex(BLOCK_GAS_LIMIT) }, 'latest')) as Hex
    built.set(creation, code)
    return code
  }
  for (const { address, code } of placements) {
    const deployed = 'deployed' in code ? code.deployed : await run(code.creation)
    await rpc.send('anvil_setCode', address, deployed)
  }
}

/** Plays a stage on a fresh node up to `last`. Throws where a transaction failed, naming the day. */
export const build = async (rpc: Rpc, stage: Stage, last: Day, report: Report, signal?: AbortSignal): Promise<Head> => {
  const total = last - stage.from + 1
  report('placing contracts', 0, total)
  await rpc.batch(stage.slots.map(({ address, slot, value }) => ['anvil_setStorageAt', address, slot, value]))
  await rpc.batch(stage.balances.map(({ address, wei }) => ['anvil_setBalance', address, numberToHex(wei)]))
  await place(rpc, stage.placements)

  let nonce = 0
  report('opening', 0, total)
  await rpc.send('anvil_setBlockTimestampInterval', 60)
  await rpc.batch(stage.opening.map((calls) => transaction(act(calls), nonce++)))
  await rpc.send('anvil_mine', numberToHex(stage.opening.length))
  await check(rpc, nonce, 'the opening')

  let day = stage.from
  let interval = 0
  while (day <= last) {
    signal?.throwIfAborted()
    const step = stage.later.find((step) => step.day === day && day > stage.from)
    if (step) {
      // the node shows code placed between two blocks in the earlier one too: so give it a block one second before
      await rpc.send('evm_setNextBlockTimestamp', midnight(day) - 1)
      await rpc.send('anvil_mine', '0x1')
      await place(rpc, step.placements)
    }
    const stops = [day + STRIDE, last + 1, ...stage.later.filter((step) => step.day > day).map((step) => step.day)]
    const until = Math.min(...stops)
    const calls: RpcCall[] = []
    for (let at = day; at < until; at++) {
      calls.push(transaction(act(stage.daily.flatMap((scene) => scene(at))), nonce++))
    }
    await rpc.batch(calls)
    await rpc.send('evm_setNextBlockTimestamp', midnight(day))
    await rpc.send('anvil_mine', '0x1')
    if (until - day > 1) {
      if (interval !== DAY) await rpc.send('anvil_setBlockTimestampInterval', DAY)
      interval = DAY
      await rpc.send('anvil_mine', numberToHex(until - day - 1))
    }
    await check(rpc, nonce, `${new Date(midnight(day) * 1000).toISOString().slice(0, 10)} and the days after`)
    day = until
    report('playing days', day - stage.from, total)
  }
  const { number, hash, timestamp } = (await rpc.send('eth_getBlockByNumber', 'latest', false)) as Record<string, Hex>
  return { number: BigInt(number ?? 0), hash: hash ?? '0x', timestamp: Number(timestamp) }
}

/** Every act counts itself when it went through. */
const check = async (rpc: Rpc, sent: number, when: string) => {
  const acts = (await rpc.send('eth_call', { to: OPERATOR, data: ACTS }, 'latest')) as Hex
  if (Number(acts) === sent) return
  throw new Error(`A transaction of the embedded network failed in ${when}: ${await reasonOf(rpc)}`)
}

const ACTS: Hex = toFunctionSelector('function acts()')

/** The first failed transaction of the last stretch: which of its calls, to whom, and what that answered. */
const reasonOf = async (rpc: Rpc): Promise<string> => {
  const latest = Number(await rpc.send('eth_blockNumber'))
  for (let number = latest - STRIDE - 8; number <= latest; number++) {
    const block = (await rpc.send('eth_getBlockByNumber', numberToHex(number), true)) as Block | null
    for (const { hash, input } of block?.transactions ?? []) {
      const receipt = (await rpc.send('eth_getTransactionReceipt', hash)) as { status: Hex; gasUsed: Hex }
      if (receipt.status === '0x1') continue
      const request = { from: DIRECTOR, to: OPERATOR, data: input, gas: numberToHex(BLOCK_GAS_LIMIT) }
      const refusal = await rpc.send('eth_call', request, numberToHex(number - 1)).then(String, refusalOf)
      return `block ${number}, gas ${Number(receipt.gasUsed)}: ${refusal}`
    }
  }
  return 'no reason found'
}

type Block = { readonly transactions: readonly { readonly hash: Hex; readonly input: Hex }[] }

const callFailed = parseAbi(['error CallFailed(uint256 index, address target, bytes reason)'])

const refusalOf = (error: unknown): string => {
  if (!(error instanceof RpcError) || typeof error.data !== 'string') return String(error)
  try {
    const { args } = decodeErrorResult({ abi: callFailed, data: error.data as Hex })
    const [index, target, reason] = args
    const text = reason.startsWith('0x08c379a0')
      ? hexToString(`0x${reason.slice(138)}`)
          .split('\0')
          .join('')
      : reason
    return `call ${index} to ${target}: ${text}`
  } catch {
    return error.data
  }
}
