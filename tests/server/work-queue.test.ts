import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Job, type LaneLimits, QueueError, WorkQueue } from '@/lib/server/work-queue'

const limits: LaneLimits = { running: 1, waiting: 100, wait: 10_000 }

/** A queue whose jobs note that they began, and end when they are told to. */
const startQueue = (own: Partial<LaneLimits> = {}) => {
  const queue = new WorkQueue({ ...limits, ...own })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const refusals: string[] = []
  const add = (name: string, job: Partial<Job> = {}) => {
    const whole = { client: name.charAt(0), weight: 1, signal: new AbortController().signal, ...job }
    const work = () => {
      begun.push(name)
      return new Promise<void>((end) => ends.set(name, end))
    }
    queue.run(whole, work).catch((error: unknown) => {
      if (!(error instanceof QueueError)) throw error
      refusals.push(`${name} ${error.code}`)
    })
  }
  /** Ends the jobs that run, one after another, until none is left. */
  const drain = async () => {
    for (let i = 0; i < begun.length; i++) {
      ends.get(begun[i] ?? '')?.()
      await vi.advanceTimersByTimeAsync(0)
    }
  }
  return { queue, begun, ends, refusals, add, drain }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does no more at once than it may, and the rest in the order in which it was asked', async () => {
  const { add, begun, drain, queue } = startQueue({ running: 2 })
  for (const name of ['a1', 'a2', 'a3', 'a4']) add(name)
  expect(begun).toEqual(['a1', 'a2'])
  expect(queue.report).toEqual({ running: 2, waiting: 2, refused: 0 })
  await drain()
  expect(begun).toEqual(['a1', 'a2', 'a3', 'a4'])
  expect(queue.report).toEqual({ running: 0, waiting: 0, refused: 0 })
})

it('takes clients in turns, however many jobs one of them has waiting', async () => {
  const { add, begun, drain } = startQueue()
  for (let i = 1; i <= 50; i++) add(`a${i}`)
  for (const name of ['b1', 'b2', 'c1']) add(name)
  await drain()
  expect(begun.slice(0, 7)).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  expect(begun).toHaveLength(53)
})

it('counts a heavy job as so many of its client’s turns', async () => {
  const { add, begun, drain } = startQueue()
  add('a0')
  for (const name of ['a1', 'a2']) add(name, { weight: 3 })
  for (const name of ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']) add(name)
  await drain()
  expect(begun).toEqual(['a0', 'b1', 'b2', 'a1', 'b3', 'b4', 'b5', 'a2', 'b6'])
})

it('does not let a client save up turns, nor one that comes late lose any', async () => {
  const { add, begun, drain, ends } = startQueue()
  for (let i = 0; i <= 5; i++) add(`a${i}`)
  for (const name of ['a0', 'a1', 'a2']) {
    ends.get(name)?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  for (const name of ['b1', 'b2', 'b3']) add(name)
  begun.splice(0, 3)
  await drain()
  expect(begun).toEqual(['a3', 'a4', 'b1', 'a5', 'b2', 'b3'])
})

it('refuses the newest job of who asks for most where it is full', async () => {
  const { add, begun, drain, refusals, queue } = startQueue({ waiting: 3 })
  for (const name of ['a0', 'a1', 'a2', 'a3', 'a4', 'b1']) add(name)
  await vi.advanceTimersByTimeAsync(0)
  expect(refusals).toEqual(['a4 full', 'a3 full'])
  await drain()
  expect(begun).toEqual(['a0', 'a1', 'b1', 'a2'])
  expect(queue.report.refused).toBe(2)
})

it('counts what waits by its weight', async () => {
  const { add, refusals } = startQueue({ waiting: 10 })
  add('a0')
  for (const name of ['a1', 'b1', 'c1']) add(name, { weight: 4 })
  await vi.advanceTimersByTimeAsync(0)
  expect(refusals).toEqual(['c1 full'])
})

it('refuses what could not begin in time', async () => {
  const { add, begun, refusals, drain } = startQueue({ wait: 1_000 })
  add('a0')
  add('a1')
  await vi.advanceTimersByTimeAsync(600)
  add('a2')
  await vi.advanceTimersByTimeAsync(600)
  expect(refusals).toEqual(['a1 late'])
  await drain()
  expect(begun).toEqual(['a0', 'a2'])
  expect(vi.getTimerCount()).toBe(0)
})

it('never begins what nobody waits for any more, and counts it as no refusal', async () => {
  const { add, begun, refusals, drain, queue } = startQueue()
  const [leaving, gone] = [new AbortController(), AbortSignal.abort()]
  add('a0')
  add('a1', { signal: leaving.signal })
  add('a2')
  add('a3', { signal: gone })
  leaving.abort()
  await drain()
  expect(begun).toEqual(['a0', 'a2'])
  expect(refusals.toSorted()).toEqual(['a1 left', 'a3 left'])
  expect(queue.report.refused).toBe(0)
})

it('goes on after a job that fails', async () => {
  const { queue } = startQueue()
  const job = { client: 'a', weight: 1, signal: new AbortController().signal }
  const failing = queue.run(job, () => Promise.reject(new Error('planted')))
  const next = queue.run(job, async () => 'done')
  await expect(failing).rejects.toThrow('planted')
  await vi.advanceTimersByTimeAsync(0)
  expect(await next).toBe('done')
})

it('lets all else have its turn between two jobs', async () => {
  vi.useRealTimers()
  const { queue } = startQueue()
  const order: string[] = []
  const job = { client: 'a', weight: 1, signal: new AbortController().signal }
  const jobs = ['first', 'second', 'third'].map((name) =>
    queue.run(job, async () => {
      order.push(name)
      setImmediate(() => order.push(`after ${name}`))
    }),
  )
  await Promise.all(jobs)
  expect(order).toEqual(['first', 'after first', 'second', 'after second', 'third'])
})
