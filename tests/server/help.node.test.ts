import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** The words that `start.mjs` is run with by the scripts of package.json. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const command = /^exec node lib\/server\/start\.mjs (\S+)$/.exec(script)?.[1]
  return command === undefined ? [] : [[name, command] as const]
})

it.each(commands)('npm run %s -- --help says what it does and does nothing', (name, command) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/server/start.mjs', command, '--help'], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`)
})
