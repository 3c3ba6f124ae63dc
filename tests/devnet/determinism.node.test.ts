import { createPublicClient, http } from 'viem'
import { afterAll, describe, expect, it } from 'vitest'
import { ethereum } from '@/lib/chains/ethereum'
import { type Devnet, startDevnet } from '@/lib/devnet'

const date = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000
const chains = ['ethereum', 'gnosis', 'arbitrum'] as const

const running: Devnet[] = []
const start = async (from: string, now: number) => {
  const devnet = await startDevnet({ from: date(from), now, chains })
  running.push(devnet)
  return devnet
}
afterAll(() => Promise.all(running.map((devnet) => devnet.stop())))

const hashAt = async (devnet: Devnet, chain: (typeof chains)[number], blockNumber: bigint) =>
  (await createPublicClient({ transport: http(devnet.urls[chain]) }).getBlock({ blockNumber })).hash

// The days on which the first vaults V2 appear: code is placed between blocks there.
describe('the same code and day', () => {
  it('give the same blocks, and a later end only adds to them', async () => {
    const once = await start('2025-10-01', date('2025-10-04'))
    const again = await start('2025-10-01', date('2025-10-04') + 3600 * 17)
    const longer = await start('2025-10-01', date('2025-10-07'))
    expect(again.heads).toEqual(once.heads)
    for (const chain of chains) {
      const { number, hash, timestamp } = once.heads[chain]
      expect(timestamp).toBe(date('2025-10-04'))
      expect(await hashAt(longer, chain, number)).toBe(hash)
      expect(longer.heads[chain].timestamp).toBe(date('2025-10-07'))
    }
  })

  it('show a contract from the day it was deployed, not before', async () => {
    const devnet = running[0] ?? (await start('2025-10-01', date('2025-10-04')))
    const client = createPublicClient({ transport: http(devnet.urls.ethereum) })
    const { address, since = 0n } = ethereum.contracts.SPARK_VAULT_V2_SPETH
    const { number } = devnet.heads.ethereum
    const days = await Promise.all(
      [0n, 1n, 2n, 3n, 4n].map(async (back) => {
        const block = await client.getBlock({ blockNumber: number - back })
        const code = await client.getCode({ address, blockNumber: number - back })
        return { at: Number(block.timestamp), there: code !== undefined, number: number - back }
      }),
    )
    expect(days.map(({ at, there }) => [at, there])).toEqual([
      [date('2025-10-04'), true],
      [date('2025-10-03'), true],
      [date('2025-10-03') - 1, true],
      [date('2025-10-02'), false],
      [date('2025-10-01'), false],
    ])
    // the last of the three that were deployed within minutes
    for (const { number: height, there } of days) expect(there).toBe(height >= since - 1n)
  })
})
