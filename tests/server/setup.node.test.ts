import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { completePackages, platformOf } from '@/lib/server/complete-lock.mjs'
import { countLine } from '@/lib/server/test-run.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))

describe('the lock file', () => {
  it('lets npm ci install on a fresh clone', () => {
    const done = spawnSync('npm', ['ci', '--dry-run', '--no-audit', '--no-fund'], { cwd: root, encoding: 'utf8' })
    expect(done.status, done.stderr).toBe(0)
  })

  it('names no registry and lacks no optional package', () => {
    const withAddress = Object.values<object>(lock.packages).filter((entry) => 'resolved' in entry)
    expect(withAddress).toEqual([])
    expect(Object.keys(completePackages(lock.packages))).toEqual(Object.keys(lock.packages))
  })

  it('is completed with the platform that a package is named for', () => {
    const completed = completePackages({
      '': { name: 'app', dependencies: { a: '1.0.0', b: '2.0.0' } },
      'node_modules/a': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@a/linux-x64-musl': '1.0.0', '@b/darwin-arm64': '1.0.0' },
      },
      'node_modules/b': {
        version: '2.0.0',
        resolved: 'https://x.example',
        optionalDependencies: { '@b/darwin-arm64': '2.0.0' },
      },
      'node_modules/@b/darwin-arm64': { version: '2.0.0', optional: true },
    })
    expect(completed).toEqual({
      '': { name: 'app', dependencies: { a: '1.0.0', b: '2.0.0' } },
      'node_modules/@a/linux-x64-musl': {
        version: '1.0.0',
        cpu: ['x64'],
        libc: ['musl'],
        os: ['linux'],
        dev: true,
        optional: true,
      },
      'node_modules/@b/darwin-arm64': { version: '2.0.0', optional: true },
      'node_modules/a': expect.objectContaining({ version: '1.0.0' }),
      'node_modules/a/node_modules/@b/darwin-arm64': {
        version: '1.0.0',
        cpu: ['arm64'],
        os: ['darwin'],
        dev: true,
        optional: true,
      },
      'node_modules/b': { version: '2.0.0', optionalDependencies: { '@b/darwin-arm64': '2.0.0' } },
    })
    expect(platformOf('@tailwindcss/oxide-wasm32-wasi')).toEqual({ cpu: ['wasm32'] })
    expect(platformOf('@next/swc-win32-arm64-msvc')).toEqual({ cpu: ['arm64'], os: ['win32'] })
  })
})

describe('the last line that npm test prints', () => {
  const report = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  it.each([
    [report, 0, '12 passed, 0 failed'],
    [{ ...report, numFailedTests: 2 }, 1, '12 passed, 2 failed'],
    [{ ...report, numPendingTests: 3 }, 0, '12 passed, 0 failed, 3 skipped'],
    [{ ...report, testResults: [{ status: 'failed', assertionResults: [] }] }, 1, '12 passed, 1 failed'],
    [report, 1, '12 passed, 1 failed'],
    [null, 1, '0 passed, 1 failed'],
  ])('is, of %o with exit code %i, “%s”', (given, code, line) => {
    expect(countLine(given, code)).toBe(line)
  })
})

describe('the start of a command', () => {
  it('refuses an unknown command with a sentence', () => {
    const done = spawnSync(process.execPath, ['lib/server/start.mjs', 'nonsense'], { cwd: root, encoding: 'utf8' })
    expect(done.status).toBe(1)
    expect(done.stderr).toBe(
      'There is no command "nonsense": it may be demo, live, build, verify, test, test:unit, test:node, test:browser, number, backfill, check-endpoints, bench.\n',
    )
  })

  it('needs nothing but Node: its files import only Node’s modules and each other', () => {
    const files = execFileSync('ls', [`${root}lib/server`], { encoding: 'utf8' })
      .split('\n')
      .filter((name) => name.endsWith('.mjs') && name !== 'network-thread.mjs')
    for (const file of files) {
      const text = readFileSync(`${root}lib/server/${file}`, 'utf8')
      const imported = [...text.matchAll(/^import .*from '([^']+)'/gm)].map(([, name]) => name)
      for (const name of imported) expect(name, file).toMatch(/^node:|^\.\/[a-z-]+\.mjs$/)
    }
  })
})
