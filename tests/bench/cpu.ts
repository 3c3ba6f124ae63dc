import { decodeFunctionData, type Hex } from 'viem'
import { lendMetrics } from '@/lib/metrics/lend'
import { aggregateAbi, decodeAggregate } from '@/lib/reader/multicall'
import type { BlockRef } from '@/lib/reader/types'
import type { Snapshot } from '@/lib/snapshot/types'
import { createAaveDecoder, createAaveReader, formatAave } from './aave-peer'
import { interleave, milliseconds, ratioOf, type Work, work } from './interleave'
import { type Answer, createMarketReader, decodeMarket } from './market'
import type { Network } from './network'
import { compareValues, sharedMetrics } from './same-values'
import { type Section, say } from './table'
import { ethCallsIn } from './traffic'
import { decodeWithViem, viemCallOf } from './viem-peer'

const rounds = 9
const runsARound = 12
const warmUps = 60
const leastFaster = 15

type Material = {
  readonly snapshot: Snapshot
  readonly answers: readonly Answer[]
  readonly aave: Hex
  readonly block: BlockRef
}

/** One answer of the market for each, to be decoded again and again without a node. */
const gather = async ({ proxies: { ethereum: proxy } }: Network): Promise<Material> => {
  const read = createMarketReader(proxy.url)
  await read()
  proxy.reset()
  const snapshot = await read()
  const asOf = snapshot.asOf.ethereum
  const ours = ethCallsIn(proxy.exchanges)
  proxy.reset()
  await createAaveReader(proxy.url)()
  const [aave] = ethCallsIn(proxy.exchanges)
  if (!asOf || !aave) throw new Error('The market was not read.')
  // safe: what ethCallsIn answers is hex
  const answers = ours.map(({ call, result }) => ({ data: result as Hex, calls: callsIn(call.data) }))
  return { snapshot, answers, aave: aave.result as Hex, block: { ...asOf, number: asOf.block } }
}

/** The calls of an aggregate as they were sent, those that say which block it ran on among them. */
const callsIn = (data: Hex): Answer['calls'] => {
  const { args } = decodeFunctionData({ abi: aggregateAbi, data })
  return args[0].map(({ target, callData }) => ({ address: target, calldata: callData }))
}

/** The least work there is: cut the answer into its results, and every word of them into a bigint. */
const readWords = (answers: readonly Answer[]) => {
  let sum = 0n
  for (const { data, calls } of answers)
    for (const { result } of decodeAggregate(data, calls.length))
      for (let at = 2; at + 64 <= result.length; at += 64) sum += BigInt(`0x${result.slice(at, at + 64)}`)
  return sum
}

/** Goal 4: from raw answers to values, SparkLend on Ethereum. */
export const cpuSection = async (network: Network): Promise<Section> => {
  say('Decoding and deriving the same market, ours and the peers in turns…')
  const { snapshot, answers, aave, block } = await gather(network)
  const calls = snapshot.calls.ethereum ?? []
  const shared = lendMetrics.filter(({ id }) => sharedMetrics.includes(id))
  const decodeAave = createAaveDecoder(aave)
  const recorded = new Map(calls.map((call) => [`${call.address}${call.calldata}`, viemCallOf(call)]))
  const asViem = answers.map(({ data, calls: asked }) => ({
    data,
    calls: asked.map(({ address, calldata }) => recorded.get(`${address}${calldata}`) ?? null),
  }))
  const works = {
    // A block of its own each time: nothing that was worked out for the last refresh is at hand.
    ours: work(() => decodeMarket(answers, { ...block }, lendMetrics)),
    same: work(() => decodeMarket(answers, { ...block }, shared)),
    aave: work(async () => formatAave(await decodeAave(), block.timestamp)),
    aaveDecode: work(decodeAave),
    viem: work(() => asViem.map(({ data, calls: asked }) => decodeWithViem(data, asked))),
    words: work(() => readWords(answers)),
  }
  await interleave(Object.values(works), { rounds, runsARound, warmUps })

  const nums = await decodeMarket(answers, block, lendMetrics)
  const reserves = formatAave(await decodeAave(), block.timestamp)
  const { compared, differing } = compareValues(nums, reserves)
  const fields = Object.keys(reserves[0] ?? {}).length
  const floor = milliseconds(works.words)
  const against = (what: string, ours: Work) => ({
    what,
    ours: milliseconds(ours),
    peer: `Aave pair ${milliseconds(works.aave)}`,
    floor,
    ratio: `${ratioOf(works.aave, ours).toFixed(1)}× faster`,
  })
  return {
    title: `4 · CPU from raw answers to values, SparkLend on Ethereum: ${reserves.length} reserves`,
    rows: [
      {
        ...against(`The ${shared.length} values a reserve that both give`, works.same),
        goal: `≥ ${leastFaster}×`,
        met: ratioOf(works.aave, works.same) >= leastFaster,
      },
      against(`All ${nums.length} numbers of the line, each with its calls`, works.ours),
      {
        what: 'Decoding alone',
        ours: `in the above`,
        peer: `Aave ${milliseconds(works.aaveDecode)}, viem ${milliseconds(works.viem)}`,
        floor,
      },
      {
        what: 'Values compared',
        ours: `${compared} values, ${differing.length} differ`,
        goal: 'same, ≤ 1 unit or ≤ 1e-9',
        met: differing.length === 0,
      },
    ],
    notes: [
      `Ours: aggregate3 cut up, metrics run through the real reader, derived numbers, and for each number the calls that prove it.`,
      `Aave pair: ethers' decoding in contract-helpers' getReservesHumanized, then math-utils' formatReserves: ${fields} fields a reserve, some of which ours has not (stable rates), as ours has some that it has not (next rates, cap automation, who may change what).`,
      `${rounds} rounds in turns after a warm-up, medians; JSON parsing is in none of them. Floor: every word of the answer made a bigint.`,
      ...differing.slice(0, 10).map((line) => `differs: ${line}`),
    ],
  }
}
