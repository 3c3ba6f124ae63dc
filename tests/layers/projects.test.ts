import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { importsOf } from './imports'

const root = fileURLToPath(new URL('../..', import.meta.url))
const filesIn = (folder: string) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name))
const textOf = (file: string) => readFileSync(`${root}${file}`, 'utf8')

const files = new Set(['app', 'components', 'lib', 'tests'].flatMap(filesIn))
const unitTests = [...files].filter((file) => /^[^.]+\.test\.tsx?$/.test(file))

/** What a file imports, values only, and what that imports. */
const reached = (start: string) => {
  const seen = new Set([start])
  for (const file of seen) {
    if (!/\.tsx?$/.test(file) || !files.has(file)) continue
    for (const { to, isType } of importsOf(file, textOf(file), (path) => files.has(path)))
      if (!isType) seen.add('file' in to ? to.file : to.package)
  }
  return seen
}

const heavy = ['node:child_process', 'playwright-core', 'tests/server/fake-site.ts', 'tests/store/engines.ts']

it('a test that starts a node, a database, a server, a process or a browser is called .node. or .browser.', () => {
  expect(unitTests.length).toBeGreaterThan(50)
  const found = unitTests.map((file) => [file, heavy.filter((one) => reached(file).has(one))] as const)
  expect(found.filter(([, names]) => names.length > 0)).toEqual([])
})

it('a test that replaces a module is called .node., because unit tests share theirs', () => {
  expect(unitTests.filter((file) => /\bvi\.(?:do)?mock\(|\bvi\.resetModules\(/i.test(textOf(file)))).toEqual([])
})
