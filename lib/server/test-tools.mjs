// The tools that tests need beside packages, a browser and PostgreSQL: installed from the system's packages where possible.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { log, run } from './setup.mjs'

const inPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

/** The browser for the tests; CHROMIUM_PATH names another than the usual ones. */
export const findChromium = () => {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : undefined
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return names.map(inPath).find(Boolean) ?? (existsSync(mac) ? mac : undefined)
}

const debianPostgres = '/usr/lib/postgresql'

/** PostgreSQL's initdb: in the PATH, or where Debian keeps it. */
export const findPostgres = () => {
  if (inPath('initdb')) return inPath('initdb')
  if (!existsSync(debianPostgres)) return undefined
  return readdirSync(debianPostgres)
    .map((version) => join(debianPostgres, version, 'bin/initdb'))
    .find((path) => existsSync(path))
}

const isRoot = () => process.getuid?.() === 0

const maySudo = () => {
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

let refreshed = false

const aptInstall = async (...names) => {
  if (!inPath('apt-get') || !(isRoot() || maySudo())) return false
  const apt = (args) => {
    const command = ['apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args]
    const [program = '', ...rest] = isRoot() ? command : ['sudo', '-n', ...command]
    // RUNLEVEL=1 keeps Debian from starting servers of its own
    return run(program, rest, { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' })
  }
  if (!refreshed) await apt(['update'])
  refreshed = true
  return (await apt(['install', '-y', '--no-install-recommends', ...names])) === 0
}

/** Finds a tool or installs it where that is allowed; logs what follows where neither works. */
const ensure = async (name, find, packages, otherwise) => {
  if (find()) return find()
  log(`Installing ${name} for the tests (once)…`)
  await aptInstall(...packages)
  if (!find()) log(`${name} is not here and could not be installed: ${otherwise}`)
  return find()
}

const tools = {
  browser: () =>
    ensure('Chromium', findChromium, ['chromium'], 'set CHROMIUM_PATH for the tests that drive a browser.'),
  postgres: () =>
    ensure('PostgreSQL', findPostgres, ['postgresql'], 'the store is tested on its embedded engine alone.'),
}

/** Finds or installs these tools; returns the environment variables for the tests. */
export const ensureTools = async (names) => {
  const found = {}
  for (const name of names) found[name] = await tools[name]()
  return found.browser ? { CHROMIUM_PATH: found.browser } : {}
}
