import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }

/** The rows of “What it survives” whose faults are held by tests. */
const rows = (readme.split('## What it survives')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => line.split(' | '))

describe('the README', () => {
  it.each(rows)('names tests that exist for: %s', (_, seen, tests = '') => {
    expect(seen).not.toBe('')
    const names = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => `tests/${name}`)
    expect(names.length).toBeGreaterThan(0)
    const endings = ['.test.ts', '.test.tsx', '.node.test.ts', '.browser.test.ts']
    for (const name of names)
      expect(
        endings.some((ending) => existsSync(`${name}${ending}`)),
        name,
      ).toBe(true)
  })

  it('names commands that exist', () => {
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})
