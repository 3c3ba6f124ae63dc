import { createHash } from 'node:crypto'
import type { ChainSlug } from '@/lib/chains'
import type { Observation } from '@/lib/metrics/types'
import type { RecordedCall } from '@/lib/reader/types'
import { type SnapshotContent, snapshotId } from '@/lib/snapshot/codec'
import type { AsOf, Snapshot } from '@/lib/snapshot/types'

/** Calls and numbers a chain: about what a refresh of all six reads. */
const CHAINS: Readonly<Record<ChainSlug, { id: number; calls: number; numbers: number }>> = {
  ethereum: { id: 1, calls: 390, numbers: 480 },
  gnosis: { id: 100, calls: 170, numbers: 240 },
  base: { id: 8453, calls: 40, numbers: 50 },
  arbitrum: { id: 42161, calls: 40, numbers: 50 },
  optimism: { id: 10, calls: 30, numbers: 40 },
  unichain: { id: 130, calls: 30, numbers: 40 },
}
const slugs = Object.keys(CHAINS) as ChainSlug[] // safe: the keys of the record above

const bytesOf = (seed: string, length: number): string => {
  let hex = ''
  for (let i = 0; hex.length < length * 2; i++) hex += createHash('sha256').update(`${seed}/${i}`).digest('hex')
  return hex.slice(0, length * 2)
}

/** One word a contract would answer: an amount, a rate, an address or a flag, by turns. */
function word(seed: string, kind: number): string {
  if (kind % 4 === 0) return bytesOf(seed, 10).padStart(64, '0')
  if (kind % 4 === 1) return `3${bytesOf(seed, 11)}`.padStart(64, '0')
  if (kind % 4 === 2) return bytesOf(seed, 20).padStart(64, '0')
  return String(bytesOf(seed, 1).charCodeAt(0) % 2).padStart(64, '0')
}

/** Every third call answers something new at each block; a call in twenty answers many words, as getReserveData does. */
function call(chain: ChainSlug, i: number, block: number): RecordedCall {
  const words = i % 20 === 0 ? 15 : i % 7 === 0 ? 4 : 1
  const moves = i % 3 === 0
  const answer = Array.from({ length: words }, (_, w) => word(`${chain}/${i}/${w}/${moves ? block : 0}`, i + w))
  const argument = bytesOf(`argument/${chain}/${i % 40}`, 20)
  return {
    address: `0x${bytesOf(`contract/${chain}/${i % 60}`, 20)}`,
    contract: ['pool', 'erc20', 'erc4626', 'aave-oracle'][i % 4] ?? 'pool',
    functionName: ['getReserveData', 'totalSupply', 'convertToAssets', 'balanceOf'][i % 4] ?? 'totalSupply',
    args: i % 2 === 0 ? [`0x${argument}`] : [],
    calldata: i % 2 === 0 ? `0x70a08231${argument.padStart(64, '0')}` : '0x18160ddd',
    result: `0x${answer.join('')}`,
    ok: i % 97 !== 0,
  }
}

function number(chain: ChainSlug, i: number, block: number, calls: number): Observation {
  const metric = `lend.metric-${i % 24}`
  const key = `KEY_${Math.floor(i / 24)}`
  const base = {
    id: `${metric}:${chain}:${key}`,
    metric,
    chain,
    key,
    unit: 'token',
    class: 'onchain',
    methodVersion: 1,
  } as const
  if (i % 50 === 49)
    return {
      ...base,
      status: 'absent',
      value: null,
      code: 'no-price',
      reason: 'No price exists: no contract gives one.',
    }
  const moves = i % 3 === 0
  const raw = BigInt(`0x${bytesOf(`value/${chain}/${i}/${moves ? block : 0}`, 10)}`)
  return {
    ...base,
    label: `Token ${i}`,
    status: 'ok',
    value: { raw: i % 11 === 0 ? -raw : raw, decimals: 18 },
    calls: [i % calls],
  }
}

const asOf = (chain: ChainSlug, block: number): AsOf => ({
  chainId: CHAINS[chain].id,
  block: BigInt(block),
  hash: `0x${bytesOf(`block/${chain}/${block}`, 32)}`,
  timestamp: 1_750_000_000 + block,
  finality: 'latest',
  agreement: { agree: 1, of: 1 },
})

/** A snapshot of made-up but realistic content: about 900 numbers and 700 calls; equal blocks give equal content. */
export function syntheticSnapshot(blocks: Readonly<Record<ChainSlug, number>>): Snapshot {
  const total = slugs.reduce((sum, chain) => sum + BigInt(blocks[chain]), 0n)
  const content: SnapshotContent = {
    schema: 1,
    time: 1_750_000_000 + Math.max(...Object.values(blocks)),
    asOf: Object.fromEntries(slugs.map((chain) => [chain, asOf(chain, blocks[chain])])),
    failures: {
      unichain: {
        code: 'timeout',
        message: 'The node did not answer in time.',
        since: 1_750_000_000,
      },
    },
    calls: Object.fromEntries(
      slugs.map((chain) => [
        chain,
        Array.from({ length: CHAINS[chain].calls }, (_, i) => call(chain, i, blocks[chain])),
      ]),
    ),
    numbers: [
      ...slugs.flatMap((chain) =>
        Array.from({ length: CHAINS[chain].numbers }, (_, i) => number(chain, i, blocks[chain], CHAINS[chain].calls)),
      ),
      {
        id: 'tvl.total-usd:all:TOTAL',
        metric: 'tvl.total-usd',
        chain: 'all',
        key: 'TOTAL',
        status: 'ok',
        value: { raw: total, decimals: 8 },
        unit: 'usd',
        class: 'issuer',
        methodVersion: 1,
        parts: { have: 5, of: 6 },
        omitted: [
          {
            id: 'tvl.line-usd:unichain:LEND',
            reason: 'The node did not answer in time.',
          },
        ],
        inputs: slugs.map((chain) => `tvl.line-usd:${chain}:LEND`),
      },
    ],
  }
  return { id: snapshotId(content), ...content }
}

/** The blocks after `polls` polls in which one chain after another moved on. */
export function blocksAfter(polls: number): Record<ChainSlug, number> {
  const moved = (i: number) => Math.floor((polls + slugs.length - 1 - i) / slugs.length)
  return {
    ethereum: 1_000 + moved(0),
    gnosis: 2_000 + moved(1),
    base: 3_000 + moved(2),
    arbitrum: 4_000 + moved(3),
    optimism: 5_000 + moved(4),
    unichain: 6_000 + moved(5),
  }
}
