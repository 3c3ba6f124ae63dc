import { expect, it } from 'vitest'
import { createTurns } from '@/lib/store/turns'

it('runs one after another, in order, and lets all else have its turn before each', async () => {
  const inTurn = createTurns()
  const order: string[] = []
  const runs = ['a', 'b', 'c'].map((name) =>
    inTurn(async () => {
      order.push(name)
      setImmediate(() => order.push(`after ${name}`))
      return name
    }),
  )
  expect(await Promise.all(runs)).toEqual(['a', 'b', 'c'])
  expect(order).toEqual(['a', 'after a', 'b', 'after b', 'c'])
})

it('goes on after one that fails', async () => {
  const inTurn = createTurns()
  const failing = inTurn(() => Promise.reject(new Error('planted')))
  const next = inTurn(async () => 'done')
  await expect(failing).rejects.toThrow('planted')
  expect(await next).toBe('done')
})
