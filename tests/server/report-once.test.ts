import { expect, it } from 'vitest'
import { createReportOnce } from '@/lib/server/report-once'

const defect = (words: string) => new TypeError(words)

it('prints a defect with its stack once, however many requests meet it', () => {
  const lines: string[] = []
  const report = createReportOnce((line) => lines.push(line))
  for (let i = 0; i < 3; i++) report(defect('no such field'))
  report(defect('another'))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^TypeError: no such field\n {4}at /)
})

it('prints neither the path of a URL nor what is known to be secret', () => {
  const lines: string[] = []
  const report = createReportOnce(
    (line) => lines.push(line),
    () => ['hunter2'],
  )
  report(defect('https://node.example/v2/key said hunter2'))
  expect(lines[0]).toContain('https://node.example said …')
  expect(lines[0]).not.toMatch(/hunter2|key/)
})

it('prints no more once too many distinct defects were printed', () => {
  const lines: string[] = []
  const report = createReportOnce((line) => lines.push(line))
  for (let i = 0; i < 1000; i++) report(defect(`field ${i}`))
  expect(lines).toHaveLength(200)
})
