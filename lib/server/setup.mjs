// Installs packages and builds pages on a fresh clone. Plain Node, because no package is there yet.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export const log = (line) => console.log(`› ${line}`)

/** The child process that runs now: signals are passed on to it. */
let child = null

/** Sends a signal to the running child and its children; false where none runs. */
export const signalChild = (signal) => {
  if (child?.pid === undefined) return false
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    return false
  }
  return true
}

/** Runs a command and returns its exit code; in a process group, so that a signal reaches its children too. */
export const run = (command, args, env = {}) =>
  new Promise((resolve) => {
    const options = {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32',
    }
    child = spawn(command, args, options)
    child.once('error', () => resolve(127))
    child.once('close', (code) => {
      child = null
      resolve(code ?? 1)
    })
  })

/** Runs a script with the Node that runs this. */
export const runNode = (args, env) => run(process.execPath, args, env)

const npm = (args) => {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? runNode([script, ...args]) : run('npm', args)
}

const digest = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Whether node_modules, by npm's own list, holds the versions of the lock file; other platforms' packages may lack. */
const matchesLock = () => {
  const list = readText(join(root, 'node_modules/.package-lock.json'))
  if (list === '') return false
  const installed = JSON.parse(list).packages
  const wanted = JSON.parse(readText(join(root, 'package-lock.json'))).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || installed[path]?.version === version || (optional && installed[path] === undefined),
  )
}

/** Installs the packages of the lock file where node_modules differs from it. Returns whether they are there. */
export const install = async () => {
  const stamp = join(root, 'node_modules/.installed')
  const lock = readText(join(root, 'package-lock.json'))
  const hash = digest([lock, process.platform, process.arch, process.versions.modules])
  if (readText(stamp) === hash) return true
  if (readText(stamp) === '' && matchesLock()) {
    writeFileSync(stamp, hash)
    return true
  }
  log('Installing packages (once)…')
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  let code = await npm(['ci', ...options])
  if (code !== 0) {
    log('npm ci did not succeed; trying npm install…')
    code = await npm(['install', '--no-save', ...options])
  }
  if (code !== 0) return false
  writeFileSync(stamp, hash)
  return true
}

/** What the build is made from. Not tsconfig.json: the build may write it, and it changes nothing that is built. */
const sources = ['app', 'components', 'lib', 'public', 'next.config.js', 'package.json', 'package-lock.json']

/** The embedded network is not part of the build, and its data are large. */
const notBuilt = join(root, 'lib/devnet')

const filesBelow = (path) => {
  if (!existsSync(path) || path === notBuilt) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

const hashSources = () =>
  digest(
    sources
      .flatMap((name) => filesBelow(join(root, name)))
      .flatMap((path) => [relative(root, path), readFileSync(path)]),
  )

/** Builds the pages where their sources differ from the last build. Returns whether a build is there. */
export const build = async () => {
  const stamp = join(root, '.next/.sources')
  const hash = hashSources()
  if (readText(stamp) === hash && existsSync(join(root, '.next/BUILD_ID'))) return true
  log('Building the pages (once for these sources)…')
  rmSync(stamp, { force: true })
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' }
  if ((await runNode([join(root, 'node_modules/next/dist/bin/next'), 'build'], env)) !== 0) return false
  writeFileSync(stamp, hash)
  return true
}
