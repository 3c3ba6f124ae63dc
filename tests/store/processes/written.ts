import type { Instant, Point } from '@/lib/store'

/** What the writer writes, so that a reader knows what to look for. */
export const NUMBER = 'lend.supplied:ethereum:KILLED'

export const instantAt = (i: number): Instant => ({
  chain: 'ethereum',
  t: i * 3_600,
  block: BigInt(i),
  hash: `0x${i.toString(16).padStart(64, '0')}`,
  timestamp: i * 3_600,
})

export const pointAt = (i: number): Point => ({
  number: NUMBER,
  t: i * 3_600,
  value: `${i}.5`,
  status: 'ok',
  methodVersion: 1,
})
