import { type Address, createPublicClient, http, type PublicClient, stringToHex, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { dssVest } from '@/lib/contracts/dss-vest'
import { erc20 } from '@/lib/contracts/erc20'
import { farm } from '@/lib/contracts/farm'
import { stakedSpk } from '@/lib/contracts/staked-spk'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { call, SENDER } from '@/lib/devnet/calls'
import { accrued, unlocked, unpaid, yanked } from '@/lib/math/vesting'
import { spkMetrics } from '@/lib/metrics/spk'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

const chain = chainBySlug('ethereum')
const at = chain.contracts
const cliff = 1_781_683_200
const wad = 10n ** 18n

const awards = [
  ['DSS_VEST.1', at.DSS_VEST.address, 1n],
  ['MCD_VEST_SPK_TREASURY.1', at.MCD_VEST_SPK_TREASURY.address, 1n],
  ['MCD_VEST_SPK_TREASURY.2', at.MCD_VEST_SPK_TREASURY.address, 2n],
] as const

let devnet: Devnet
let client: PublicClient
const defects: unknown[] = []
const seen = new Map<number, Snapshot>()
const requests: (number | undefined)[] = []

/** Mines a block at this second and reads everything of SPK in it. */
const readAt = async (timestamp: number): Promise<void> => {
  await client.request({ method: 'evm_setNextBlockTimestamp' as never, params: [toHex(timestamp)] as never })
  await client.request({ method: 'evm_mine' as never, params: [] as never })
  const source = createSource({
    chain,
    urls: [devnet.urls.ethereum],
    finality: 'latest',
    quorum: 1,
    now: () => timestamp,
  })
  const previous = [...seen.values()].at(-1) ?? null
  const report = (error: unknown) => defects.push(error)
  const taken = await takeSnapshot({ sources: [source], metrics: spkMetrics, previous, now: timestamp, report })
  seen.set(timestamp, taken.snapshot)
  requests.push(taken.requests.ethereum)
}

const snapshotAt = (timestamp: number): Snapshot => {
  const found = seen.get(timestamp)
  if (found === undefined) throw new Error(`nothing was read at ${timestamp}`)
  return found
}
const raw = (timestamp: number, metric: string, key: string): bigint => {
  const found = snapshotAt(timestamp).numbers.find(({ id }) => id === `spk.${metric}:ethereum:${key}`)
  if (found?.status !== 'ok' || found.value === null) throw new Error(`${metric} ${key} is ${found?.status}`)
  return found.value.raw
}
const blockOf = (timestamp: number): bigint => snapshotAt(timestamp).asOf.ethereum?.block ?? 0n

/** Lets the network's director make one call, in a block of its own. */
const send = async (to: Address, signature: string, ...args: readonly unknown[]): Promise<void> => {
  const transaction = {
    from: SENDER,
    to,
    data: call(to, signature, ...args).data,
    gas: toHex(3_000_000),
    gasPrice: '0x0',
  }
  const hash = await client.request({ method: 'eth_sendTransaction' as never, params: [transaction] as never })
  await client.request({ method: 'evm_mine' as never, params: [] as never })
  const receipt = await client.getTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error(`${signature} was refused`)
}

const instants = [cliff - 1, cliff, cliff + 30 * 86_400, 1_876_291_200]

beforeAll(async () => {
  // On the way farms are paid every week, Sky's award to SKY stakers is yanked, and the team's is granted.
  const [from, now] = [Date.UTC(2025, 5, 20) / 1000, Date.UTC(2026, 1, 14) / 1000]
  devnet = await startDevnet({ from, now, chains: ['ethereum'] })
  client = createPublicClient({ transport: http(devnet.urls.ethereum) })
  await readAt(now + 1)
  for (const instant of instants) await readAt(instant)
})

afterAll(async () => {
  await devnet?.stop()
})

const now = Date.UTC(2026, 1, 14) / 1000 + 1

describe('vesting on the embedded network', () => {
  it('is read without a defect, in one request, the first time too', () => {
    expect(defects).toEqual([])
    expect(requests.slice(0, 1 + instants.length)).toEqual([now, ...instants].map(() => 1))
  })

  it('equals what the contracts themselves say is accrued and unpaid, to the wei, at every instant', async () => {
    for (const time of [now, ...instants]) {
      for (const [key, address, id] of awards) {
        const call = { address, abi: dssVest.abi, args: [id], blockNumber: blockOf(time) } as const
        const [streamed, due, [, bgn, clf, fin, , , tot, rxd]] = await Promise.all([
          client.readContract({ ...call, functionName: 'accrued' }),
          client.readContract({ ...call, functionName: 'unpaid' }),
          client.readContract({ ...call, functionName: 'awards' }),
        ])
        const award = { bgn, clf, fin, tot, rxd }
        const read = ['stream', 'unpaid', 'distributed', 'award-total', 'unlocked'].map((name) => raw(time, name, key))
        expect(read).toEqual([streamed, due, rxd, tot, time < clf ? 0n : streamed])
        expect([accrued(award, time), unpaid(award, time), unlocked(award, time)]).toEqual([streamed, due, read[4]])
        expect(['begin', 'cliff', 'end'].map((name) => raw(time, `award-${name}`, key))).toEqual(
          [bgn, clf, fin].map(BigInt),
        )
      }
    }
  })

  it('has the team’s figures of the spell’s own tests, to the wei', () => {
    const team = (time: number) => [raw(time, 'stream', 'DSS_VEST.1'), raw(time, 'unpaid', 'DSS_VEST.1')]
    expect(instants.map(team)).toEqual([
      [299999990487062404870624048n, 0n],
      [300000000000000000000000000n, 300000000000000000000000000n],
      [324657534246575342465753424n, 324657534246575342465753424n],
      [1200000000000000000000000000n, 1200000000000000000000000000n],
    ])
    for (const time of instants) expect(raw(time, 'planned', 'TEAM')).toBe(raw(time, 'unlocked', 'DSS_VEST.1'))
  })

  it('has the figures that were worked out for 1 July 2025 beside it', () => {
    // sky-ecosystem/spells-mainnet 2025-06-26 at its first possible second, recomputed in Python
    const award = { bgn: 1_750_687_200, fin: 1_813_759_200, tot: 2_275_000_000n * wad }
    expect(accrued(award, 1_751_328_000)).toBe(23113584474885844748858447n)
    expect(raw(now, 'award-total', 'MCD_VEST_SPK_TREASURY.1')).toBe(award.tot)
    expect(raw(now, 'award-begin', 'MCD_VEST_SPK_TREASURY.1')).toBe(BigInt(award.bgn))
  })

  it('knows that Sky yanked its second award, and what was granted', () => {
    expect(awards.map(([key]) => raw(now, 'yanked', key))).toEqual([0n, 0n, 1n])
    expect(awards.map(([key]) => raw(now, 'granted', key) / wad)).toEqual([
      1_200_000_000n,
      2_275_000_000n,
      975_000_000n,
    ])
    const grant = { bgn: 1_750_687_200, clf: 1_750_687_200, fin: 1_813_759_200, tot: 975_000_000n * wad, rxd: 0n }
    const end = Number(raw(now, 'award-end', 'MCD_VEST_SPK_TREASURY.2'))
    expect(yanked(grant, end).tot).toBe(raw(now, 'award-total', 'MCD_VEST_SPK_TREASURY.2'))
    expect(raw(cliff, 'stream', 'MCD_VEST_SPK_TREASURY.2')).toBe(raw(now, 'stream', 'MCD_VEST_SPK_TREASURY.2'))
  })

  it('adds up awards to their totals', () => {
    for (const name of ['stream', 'unlocked', 'distributed', 'unpaid', 'award-total'])
      for (const time of [now, cliff])
        expect(raw(time, name, 'TOTAL'), name).toBe(awards.reduce((sum, [key]) => sum + raw(time, name, key), 0n))
  })

  it('goes down from the stream to what was claimed', () => {
    for (const time of [now, cliff]) {
      const [claimed, distributed, stream] = ['claimed', 'distributed', 'stream'].map((name) =>
        raw(time, name, 'TOTAL'),
      )
      if (claimed === undefined || distributed === undefined || stream === undefined) throw new Error('no total')
      expect(claimed > 0n && claimed <= distributed && distributed <= stream).toBe(true)
      for (const [key] of awards)
        expect(raw(time, 'unpaid', key)).toBe(raw(time, 'unlocked', key) - raw(time, 'distributed', key))
    }
  })
})

describe('farms on the embedded network', () => {
  const farms = [
    ['USDS_SPK_FARM', 'MCD_VEST_SPK_TREASURY.1'],
    ['REWARDS_LSSKY_SPK', 'MCD_VEST_SPK_TREASURY.2'],
  ] as const

  it('have claimed what was paid in less what is left', async () => {
    for (const [key, award] of farms) {
      const left = await client.readContract({
        address: at.SPK.address,
        abi: erc20.abi,
        functionName: 'balanceOf',
        args: [at[key].address],
        blockNumber: blockOf(now),
      })
      expect(raw(now, 'claimed', key)).toBe(raw(now, 'distributed', award) - left)
    }
    const sum = raw(now, 'claimed', 'USDS_SPK_FARM') + raw(now, 'claimed', 'REWARDS_LSSKY_SPK')
    expect(raw(now, 'claimed', 'TOTAL')).toBe(sum + raw(now, 'claimed', 'DSS_VEST.1'))
  })

  it('pay what they say while the period lasts and nothing afterwards', async () => {
    const read = (key: 'USDS_SPK_FARM' | 'REWARDS_LSSKY_SPK', name: 'rewardRate' | 'periodFinish' | 'totalSupply') =>
      client.readContract({ address: at[key].address, abi: farm.abi, functionName: name, blockNumber: blockOf(now) })
    expect(raw(now, 'farm-rate', 'USDS_SPK_FARM')).toBe(await read('USDS_SPK_FARM', 'rewardRate'))
    expect(await read('REWARDS_LSSKY_SPK', 'rewardRate')).toBeGreaterThan(0n)
    expect(raw(now, 'farm-rate', 'REWARDS_LSSKY_SPK')).toBe(0n)
    expect(raw(cliff, 'farm-rate', 'USDS_SPK_FARM')).toBe(0n)
    for (const [key] of farms) {
      expect(raw(now, 'farm-end', key)).toBe(await read(key, 'periodFinish'))
      expect(raw(now, 'farm-staked', key)).toBe(await read(key, 'totalSupply'))
    }
  })

  it('have what they stake named', () => {
    const label = (key: string) =>
      snapshotAt(now).numbers.find(({ id }) => id === `spk.farm-staked:ethereum:${key}`)?.label
    expect(label('USDS_SPK_FARM')).toBe('USDS')
    expect(label('REWARDS_LSSKY_SPK')).not.toBe('USDS')
  })
})

describe('a farm whose distributor is given a new award, and that all stakers leave', () => {
  const end = 1_876_291_200
  const [refiled, left] = [end + 40 * 86_400, end + 45 * 86_400]
  const distributor = at.REWARDS_DIST_USDS_SPK.address
  const noteOf = (time: number, id: string) => snapshotAt(time).numbers.find((each) => each.id === id)?.note

  beforeAll(async () => {
    await send(distributor, 'distribute()')
    const begin = end + 86_400
    const award = [distributor, begin, begin, begin + 31_536_000, distributor, 1, 100_000_000n * wad, 0n]
    await send(
      at.MCD_VEST_SPK_TREASURY.address,
      'create((address,uint48,uint48,uint48,address,uint8,uint128,uint128))',
      award,
    )
    await send(distributor, 'file(bytes32,uint256)', stringToHex('vestId', { size: 32 }), 3n)
    await client.request({ method: 'evm_setNextBlockTimestamp' as never, params: [toHex(refiled - 1)] as never })
    await send(distributor, 'distribute()')
    await readAt(refiled)
    for (const staker of [at.ALM_PROXY.address, '0x57a4e5000000000000000000000000000000000a'])
      await send(at.USDS_SPK_FARM.address, 'assign(address,uint256)', staker, 0n)
    await readAt(left)
  })

  it('has claimed what it had, and no less: what the old award paid goes on counting', () => {
    const before = raw(end, 'claimed', 'USDS_SPK_FARM')
    expect(raw(refiled, 'farm-award', 'USDS_SPK_FARM')).toBe(3n)
    expect(raw(end, 'farm-award', 'USDS_SPK_FARM')).toBe(1n)
    expect(raw(refiled, 'distributed', 'MCD_VEST_SPK_TREASURY.3')).toBeGreaterThan(0n)
    expect(raw(refiled, 'claimed', 'USDS_SPK_FARM')).toBe(before)
    expect(raw(refiled, 'claimed', 'TOTAL')).toBe(raw(end, 'claimed', 'TOTAL'))
    for (const id of [1, 3])
      expect(raw(refiled, 'award-recipient', `MCD_VEST_SPK_TREASURY.${id}`)).toBe(BigInt(distributor))
  })

  it('pays nobody once all have left, and its number says what is stuck', async () => {
    expect(raw(refiled, 'farm-rate', 'USDS_SPK_FARM')).toBeGreaterThan(0n)
    expect(raw(refiled, 'farm-stuck', 'USDS_SPK_FARM')).toBe(0n)
    expect(raw(left, 'farm-staked', 'USDS_SPK_FARM')).toBe(0n)
    expect(raw(left, 'farm-rate', 'USDS_SPK_FARM')).toBe(0n)
    expect(noteOf(left, 'spk.farm-rate:ethereum:USDS_SPK_FARM')).toBe('nothing-staked')
    const held = await client.readContract({
      address: at.SPK.address,
      abi: erc20.abi,
      functionName: 'balanceOf',
      args: [at.USDS_SPK_FARM.address],
      blockNumber: blockOf(left),
    })
    expect(raw(left, 'farm-stuck', 'USDS_SPK_FARM')).toBe(held - raw(left, 'locked', 'USDS_SPK_FARM'))
    expect(raw(left, 'claimed', 'USDS_SPK_FARM')).toBe(raw(refiled, 'claimed', 'USDS_SPK_FARM'))
  })

  it('is read in one request when nothing is new, in two when an award is', () => {
    expect(requests.slice(-2)).toEqual([2, 1])
  })
})

describe('supply and staking on the embedded network', () => {
  it('stakes what stSPK says, and knows what is leaving and what was left lying', async () => {
    const call = { address: at.STSPK.address, abi: stakedSpk.abi, blockNumber: blockOf(now) } as const
    const [active, all, held] = await Promise.all([
      client.readContract({ ...call, functionName: 'activeStake' }),
      client.readContract({ ...call, functionName: 'totalStake' }),
      client.readContract({
        address: at.SPK.address,
        abi: erc20.abi,
        functionName: 'balanceOf',
        args: [at.STSPK.address],
        blockNumber: blockOf(now),
      }),
    ])
    expect(['staked', 'unstaking', 'withdrawable'].map((name) => raw(now, name, 'STSPK'))).toEqual([
      active,
      all - active,
      held - all,
    ])
  })

  it('circulates what nobody listed holds', () => {
    const locked = snapshotAt(now).numbers.filter(({ metric }) => metric === 'spk.locked')
    expect(locked.every(({ status }) => status === 'ok')).toBe(true)
    const sum = locked.reduce((total, { value }) => total + (value?.raw ?? 0n), 0n)
    const circulating = raw(now, 'circulating', 'SPK')
    expect(raw(now, 'total-supply', 'SPK')).toBe(10_000_000_000n * wad)
    expect(circulating).toBe(10_000_000_000n * wad - sum)
    expect(circulating < raw(now, 'circulating-wide', 'SPK')).toBe(true)
    expect(raw(now, 'circulating-unstaked', 'SPK')).toBe(
      circulating - raw(now, 'staked', 'STSPK') - raw(now, 'unstaking', 'STSPK'),
    )
  })
})
