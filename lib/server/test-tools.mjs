// What the tests need beside packages: a browser and PostgreSQL, from the system's own packages where they can be had.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { run, say } from './setup.mjs'

const inPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

/** The browser that tests drive; CHROMIUM_PATH says which where it is not one of the usual. */
export const findChromium = () => {
  const told = process.env.CHROMIUM_PATH
  if (told) return existsSync(told) ? told : undefined
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return names.map(inPath).find(Boolean) ?? (existsSync(mac) ? mac : undefined)
}

const debianPostgres = '/usr/lib/postgresql'

/** PostgreSQL's own programs: in the PATH, or where Debian keeps them. */
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

/** Looks for a tool, installs it where that is allowed, and says so plainly where it is not. */
const ensure = async (name, find, packages, otherwise) => {
  if (find()) return find()
  say(`Installing ${name} for the tests (once)…`)
  await aptInstall(...packages)
  if (!find()) say(`${name} is not here and could not be installed: ${otherwise}`)
  return find()
}

const tools = {
  browser: () =>
    ensure('Chromium', findChromium, ['chromium'], 'set CHROMIUM_PATH for the tests that drive a browser.'),
  postgres: () =>
    ensure('PostgreSQL', findPostgres, ['postgresql'], 'the store is tested on its embedded engine alone.'),
}

/** Finds or installs these tools; answers the environment that tells the tests where the browser is. */
export const ensureTools = async (names) => {
  const found = {}
  for (const name of names) found[name] = await tools[name]()
  return found.browser ? { CHROMIUM_PATH: found.browser } : {}
}
