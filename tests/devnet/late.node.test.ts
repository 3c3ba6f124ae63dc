import { afterAll, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '@/lib/devnet'

const date = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000

const running: Devnet[] = []
afterAll(() => Promise.all(running.map((devnet) => devnet.stop())))

// Rewards are claimed in the days after a farm's last payment: what it holds must last, the opening's hour included.
it.each(['2025-07-08', '2026-01-14', '2026-01-20'])('begins on %s with what its farms still owe', async (from) => {
  const devnet = await startDevnet({ from: date(from), now: date(from) + 12 * 86_400, chains: ['ethereum'] })
  running.push(devnet)
  expect(devnet.heads.ethereum.timestamp).toBe(date(from) + 12 * 86_400)
})
