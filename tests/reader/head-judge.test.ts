import { describe, expect, it } from 'vitest'
import { createEndpoint } from '@/lib/reader/endpoint'
import { createHeadJudge, majoritySeconds, minoritySeconds } from '@/lib/reader/head-judge'
import type { HeadPoint } from '@/lib/reader/head-rules'

const start = 1_790_000_000
const day = 86_400
const blockTime = 12
const head = (number: number, timestamp: number): HeadPoint => ({ number: BigInt(number), timestamp })

const setUp = (count = 1) => {
  const clock = { now: start }
  const endpoints = Array.from({ length: count }, (_, index) => createEndpoint(`http://127.0.0.1:${1000 + index}`))
  const judge = createHeadJudge({ chain: { blockTime }, endpoints: count, now: () => clock.now })
  /** What is said of a head that a URL names: null where it may be accepted. */
  const says = (named: HeadPoint, from = 0): string | null => {
    const endpoint = endpoints[from]
    if (!endpoint) throw new Error('There is no such URL.')
    try {
      judge.check(endpoint, named)
      return null
    } catch (error) {
      return error instanceof Error && 'failure' in error ? (error.failure as { code: string }).code : 'defect'
    }
  }
  return { clock, judge, says }
}

describe('a head judged by the clock', () => {
  it.each([
    ['an hour', 3_600],
    ['a day', day],
    ['ten years', 3_650 * day],
    ['more than a number holds', 2 ** 63],
  ])('is refused where it lies %s ahead, however often it is named', (_, ahead) => {
    const { clock, says } = setUp()
    for (let round = 0; round < 5; round++) {
      expect(says(head(1_000 + round, clock.now + ahead))).toBe('ahead-of-clock')
      clock.now += minoritySeconds
    }
  })

  it('is taken where it lies a little ahead, or at whatever time in the past', () => {
    const { says } = setUp()
    for (const ahead of [600, 12, 0, -day, -3_650 * day]) expect(says(head(1_000, start + ahead))).toBeNull()
  })

  it('is no head at the time 0 or at the height 0', () => {
    const { says } = setUp()
    expect(says(head(1_000, 0))).toBe('garbled')
    expect(says(head(0, start))).toBe('lagging')
  })

  it('is taken again as soon as its time is right', () => {
    const { judge, says } = setUp()
    judge.accept(head(1_000, start - 60))
    expect(says(head(1_005, start + day))).toBe('ahead-of-clock')
    expect(says(head(1_005, start))).toBeNull()
  })
})

describe('a head judged by the chain’s pace since the last accepted one', () => {
  it.each([10_000, 1_000_000, 10 ** 15])('is refused where it is %i blocks ahead', (blocks) => {
    const { judge, says } = setUp(3)
    judge.accept(head(20_000_000, start - 30))
    for (const from of [0, 1, 2]) expect(says(head(20_000_000 + blocks, start), from)).toBe('ahead-of-pace')
    expect(says(head(20_000_003, start))).toBeNull()
  })

  it('is taken after an outage of a month, and where a few blocks came at once', () => {
    const { judge, says } = setUp()
    judge.accept(head(20_000_000, start - 30 * day))
    expect(says(head(20_000_000 + (30 * day) / blockTime, start))).toBeNull()
    judge.accept(head(20_000_000, start))
    expect(says(head(20_000_100, start))).toBeNull()
  })

  it('is refused where its height rises while its time goes back', () => {
    const { judge, says } = setUp()
    judge.accept(head(20_000_000, start))
    expect(says(head(20_000_001, start - day))).toBe('garbled')
    expect(says(head(20_000_001, start - 1))).toBeNull()
  })

  it('is judged by the head of an earlier run, below which it may be', () => {
    const { judge, says } = setUp()
    judge.recall(head(20_000_000, start - 600))
    expect(says(head(21_000_000, start))).toBe('ahead-of-pace')
    expect(says(head(19_999_990, start))).toBeNull()
  })

  it('is not judged by an earlier run’s head that lies in the future', () => {
    const { judge, says } = setUp()
    judge.recall(head(50_000_000, start + 3_650 * day))
    expect(says(head(20_000_000, start))).toBeNull()
  })

  it('is doubted where it is the first, or unusually high', () => {
    const { judge } = setUp(2)
    expect(judge.needsConfirming(head(20_000_000, start))).toBe(true)
    judge.accept(head(20_000_000, start - 36))
    expect(judge.needsConfirming(head(20_000_003, start))).toBe(false)
    expect(judge.needsConfirming(head(20_001_000, start))).toBe(true)
  })
})

describe('a head below the accepted one', () => {
  it('counts after the stated time where the only URL keeps naming it', () => {
    const { clock, judge, says } = setUp()
    judge.accept(head(1_000, start))
    for (; clock.now < start + majoritySeconds; clock.now += 30) expect(says(head(990, start - 24))).toBe('lagging')
    expect(says(head(991, start - 12))).toBeNull()
    judge.accept(head(991, start - 12))
    expect(says(head(992, start + majoritySeconds))).toBeNull()
    expect(says(head(990, start - 24))).toBe('lagging')
  })

  it('counts after that time where most URLs name such a head, and not where one of three does', () => {
    const { clock, judge, says } = setUp(3)
    judge.accept(head(1_000, start))
    for (const from of [0, 1]) expect(says(head(990, start - 24), from)).toBe('lagging')
    clock.now += majoritySeconds
    for (const from of [0, 1, 2]) expect(says(head(992, start), from)).toBeNull()

    const alone = setUp(3)
    alone.judge.accept(head(1_000, start))
    alone.says(head(990, start - 24))
    alone.clock.now += majoritySeconds
    expect(alone.says(head(990, start - 24))).toBe('lagging')
    alone.clock.now += minoritySeconds
    expect(alone.says(head(990, start - 24))).toBeNull()
  })

  it('counts for nothing once a URL has named one that follows the accepted head', () => {
    const { clock, judge, says } = setUp(1)
    judge.accept(head(1_000, start))
    expect(says(head(990, start - 24))).toBe('lagging')
    clock.now += majoritySeconds - 30
    judge.accept(head(1_001, start + 12))
    clock.now += 60
    expect(says(head(990, start - 24))).toBe('lagging')
  })

  it('starts its time anew where each round names quite another height', () => {
    const { clock, judge, says } = setUp(1)
    judge.accept(head(1_000_000, start))
    for (const number of [900_000, 100_000, 800_000, 50_000, 700_000]) {
      expect(says(head(number, start - 24))).toBe('lagging')
      clock.now += majoritySeconds
    }
  })
})

describe('an accepted head that was wrong', () => {
  it('is taken back where two of three URLs keep naming a lower one', () => {
    const { clock, judge, says } = setUp(3)
    judge.accept(head(21_000_000, start))
    const honest = () => head(20_000_000 + Math.floor((clock.now - start) / blockTime), clock.now)
    for (const from of [1, 2]) expect(says(honest(), from)).toBe('lagging')
    clock.now += majoritySeconds
    expect(says(honest(), 1)).toBeNull()
    judge.accept(honest())
    // The wrong one is out of reach from now on.
    clock.now += 30
    expect(says(head(21_000_013, clock.now), 0)).toBe('ahead-of-pace')
    expect(says(honest(), 2)).toBeNull()
  })

  it('is taken back, too, where it was far too low', () => {
    const { clock, judge, says } = setUp(3)
    judge.accept(head(5_000, start))
    for (const from of [0, 1, 2]) expect(says(head(20_000_000, start), from)).toBe('ahead-of-pace')
    clock.now += majoritySeconds
    expect(says(head(20_000_010, clock.now))).toBeNull()
  })
})
