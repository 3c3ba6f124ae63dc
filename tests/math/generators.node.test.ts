import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0

describe.runIf(hasPython)('the stored vectors', () => {
  it.each([
    ['make-vectors.py', 'vectors.json'],
    ['make-vesting.py', 'vesting.json'],
  ])('that %s prints are those in %s', (script, stored) => {
    const run = spawnSync('python3', [file(script)], { encoding: 'utf8', maxBuffer: 2 ** 24 })
    expect(run.stderr).toBe('')
    expect(run.stdout).toBe(readFileSync(file(stored), 'utf8'))
  })
})
