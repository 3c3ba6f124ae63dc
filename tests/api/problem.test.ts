import { describe, expect, it } from 'vitest'
import { allProblems, Problem, problemJson, problemOf } from '@/lib/api/problem'
import { CorruptError, StoreError, UnreachableError } from '@/lib/store'

const heard: unknown[] = []
const report = (error: unknown) => heard.push(error)

describe('what was thrown, as a problem', () => {
  it('is itself where it is one, and no defect', () => {
    const problem = new Problem('bad-parameter', '`at` may be unix seconds.')
    expect(problemOf(problem, report)).toBe(problem)
    expect(problemJson(problem)).toEqual({
      type: '/method#problem-bad-parameter',
      code: 'bad-parameter',
      status: 400,
      title: 'A parameter holds a value it may not hold.',
      detail: '`at` may be unix seconds.',
    })
    expect(heard).toEqual([])
  })

  it('passes by itself where the store cannot be asked', () => {
    for (const error of [new UnreachableError('ECONNREFUSED'), new StoreError('closed', 'It is closed.')])
      expect(problemOf(error, report).code).toBe('store-unavailable')
    expect(heard).toEqual([])
  })

  it('is one clear sentence where a link names a snapshot that is damaged', () => {
    expect(problemJson(problemOf(new CorruptError('Snapshot 12 is refused.'), report))).toMatchObject({
      code: 'damaged-snapshot',
      status: 404,
      title: 'This snapshot is damaged in the store and is refused; all others are unaffected.',
    })
    expect(heard).toEqual([])
  })

  it('says nothing of a defect, which the log hears of as it was thrown', () => {
    const defect = new TypeError('https://node.example/v2/key has no field')
    expect(JSON.stringify(problemJson(problemOf(defect, report)))).not.toContain('key')
    expect(heard).toEqual([defect])
  })
})

it('lists every code once, by status', () => {
  const statuses = allProblems.map(({ status }) => status)
  expect(statuses).toEqual([...statuses].sort((a, b) => a - b))
  expect(new Set(allProblems.map(({ code }) => code)).size).toBe(allProblems.length)
})
