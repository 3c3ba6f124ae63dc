import { decodeErrorResult, type Hex, hexToString, numberToHex, parseAbi, toFunctionSelector } from 'viem'
import { DAY, HOUR } from '../format/time'
import { BLOCK_GAS_LIMIT } from './anvil'
import { type Day, midnight } from './calendar'
import { batch, OPERATOR, SENDER } from './calls'
import type { ChainSetup, Placement } from './chain-setup'
import { type Rpc, type RpcCall, RpcError } from './rpc'

export type Head = { readonly number: bigint; readonly hash: Hex; readonly timestamp: number }
export type Report = (step: string, done: number, total: number) => void

/** Days mined in one request: many, to be fast, but not too many to show progress. */
const DAYS_PER_REQUEST = 32

/** Height of a day's block, given that of the network's first day: code that appears later adds a block. */
const heightOf = (setup: ChainSetup, firstBlock: bigint, day: Day): bigint =>
  firstBlock + BigInt(day) + BigInt(setup.later.filter((step) => step.day <= day).length)

/** The node starts below the first day: an empty block, then a block for each initial transaction. */
export const genesisOf = (setup: ChainSetup, firstBlock: bigint) => ({
  number: heightOf(setup, firstBlock, setup.from) - BigInt(setup.initial.length) - 1n,
  timestamp: midnight(setup.from) - HOUR,
})

const transaction = (data: Hex, nonce: number): RpcCall => [
  'eth_sendTransaction',
  { from: SENDER, to: OPERATOR, data, nonce: numberToHex(nonce), gas: numberToHex(BLOCK_GAS_LIMIT), gasPrice: '0x0' },
]

const placeCode = async (rpc: Rpc, placements: readonly Placement[]) => {
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

/** Builds a chain on a fresh node up to the day `last`. Throws where a transaction failed, naming the day. */
export const build = async (
  rpc: Rpc,
  setup: ChainSetup,
  last: Day,
  report: Report,
  signal?: AbortSignal,
): Promise<Head> => {
  const total = last - setup.from + 1
  report('placing contracts', 0, total)
  await rpc.batch(setup.slots.map(({ address, slot, value }) => ['anvil_setStorageAt', address, slot, value]))
  await rpc.batch(setup.balances.map(({ address, wei }) => ['anvil_setBalance', address, numberToHex(wei)]))
  await placeCode(rpc, setup.placements)

  let nonce = 0
  report('opening', 0, total)
  await rpc.send('anvil_setBlockTimestampInterval', 60)
  await rpc.batch(setup.initial.map((calls) => transaction(batch(calls), nonce++)))
  await rpc.send('anvil_mine', numberToHex(setup.initial.length))
  await check(rpc, nonce, 'the opening')

  let day = setup.from
  let interval = 0
  while (day <= last) {
    signal?.throwIfAborted()
    const step = setup.later.find((step) => step.day === day && day > setup.from)
    if (step) {
      // code placed between two blocks also appears in the earlier one: an extra block one second before prevents that
      await rpc.send('evm_setNextBlockTimestamp', midnight(day) - 1)
      await rpc.send('anvil_mine', '0x1')
      await placeCode(rpc, step.placements)
    }
    const stops = [
      day + DAYS_PER_REQUEST,
      last + 1,
      ...setup.later.filter((step) => step.day > day).map((step) => step.day),
    ]
    const until = Math.min(...stops)
    const calls: RpcCall[] = []
    for (let at = day; at < until; at++) {
      calls.push(transaction(batch(setup.daily.flatMap((callsOn) => callsOn(at))), nonce++))
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
    report('playing days', day - setup.from, total)
  }
  const { number, hash, timestamp } = (await rpc.send('eth_getBlockByNumber', 'latest', false)) as Record<string, Hex>
  return { number: BigInt(number ?? 0), hash: hash ?? '0x', timestamp: Number(timestamp) }
}

/** The operator counts the batches that succeeded. */
const check = async (rpc: Rpc, sent: number, when: string) => {
  const count = (await rpc.send('eth_call', { to: OPERATOR, data: BATCH_COUNT }, 'latest')) as Hex
  if (Number(count) === sent) return
  throw new Error(`A transaction of the embedded network failed in ${when}: ${await reasonOf(rpc)}`)
}

const BATCH_COUNT: Hex = toFunctionSelector('function acts()')

/** The first failed transaction of the last days: which of its calls failed, its target and its revert reason. */
const reasonOf = async (rpc: Rpc): Promise<string> => {
  const latest = Number(await rpc.send('eth_blockNumber'))
  for (let number = latest - DAYS_PER_REQUEST - 8; number <= latest; number++) {
    const block = (await rpc.send('eth_getBlockByNumber', numberToHex(number), true)) as Block | null
    for (const { hash, input } of block?.transactions ?? []) {
      const receipt = (await rpc.send('eth_getTransactionReceipt', hash)) as { status: Hex; gasUsed: Hex }
      if (receipt.status === '0x1') continue
      const request = { from: SENDER, to: OPERATOR, data: input, gas: numberToHex(BLOCK_GAS_LIMIT) }
      const reason = await rpc.send('eth_call', request, numberToHex(number - 1)).then(String, revertReason)
      return `block ${number}, gas ${Number(receipt.gasUsed)}: ${reason}`
    }
  }
  return 'no reason found'
}

type Block = { readonly transactions: readonly { readonly hash: Hex; readonly input: Hex }[] }

const callFailed = parseAbi(['error CallFailed(uint256 index, address target, bytes reason)'])

const revertReason = (error: unknown): string => {
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
