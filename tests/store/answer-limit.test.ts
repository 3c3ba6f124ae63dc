import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerLimit } from '@/lib/store/answer-limit'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = new Promise<never>(() => undefined)

describe('the limit of what readers wait for', () => {
  it('tells all who wait, and whoever asks after them, once nothing was answered for a while', async () => {
    let answers = false
    const limit = answerLimit({
      silentMs: 3_000,
      isAsking: () => true,
      probe: async () => (answers ? undefined : Promise.reject(new Error('silent'))),
    })
    const waiting = Promise.allSettled([limit.run(() => never), limit.run(() => never)])
    await vi.advanceTimersByTimeAsync(3_000)
    for (const each of await waiting)
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'unreachable' } })
    const asked = vi.fn(async () => 1)
    await expect(limit.run(asked)).rejects.toMatchObject({ code: 'unreachable' })
    expect(asked).not.toHaveBeenCalled()
    answers = true
    await vi.advanceTimersByTimeAsync(500)
    expect(await limit.run(asked)).toBe(1)
    limit.close()
  })

  it('lets a slow answer come while others are answered, or while nothing is asked of the database', async () => {
    let asking = true
    const limit = answerLimit({ silentMs: 1_000, isAsking: () => asking, probe: async () => undefined })
    let answer: (value: number) => void = () => undefined
    const slow = limit.run(
      () =>
        new Promise<number>((resolve) => {
          answer = resolve
        }),
    )
    for (let i = 0; i < 10; i++) {
      await vi.advanceTimersByTimeAsync(500)
      limit.heard()
    }
    asking = false
    await vi.advanceTimersByTimeAsync(60_000)
    answer(7)
    expect(await slow).toBe(7)
    limit.close()
  })
})
