import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { until } from './until'

/** A PostgreSQL server of a test's own. */
export type TestPostgres = {
  /** With a user, a password and a database name. */
  readonly url: string
  readonly password: string
  /** A new, empty database on it. */
  createDatabase(): Promise<string>
  /** Stops the server at once, keeping its files; `start` brings it back on the same port. */
  halt(): Promise<void>
  start(): Promise<void>
  /** Stops it and removes its files. */
  stop(): Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'
const isRoot = process.getuid?.() === 0

function installed(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(DEBIAN, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
}

/** RUNLEVEL=1 keeps Debian from starting a server of its own. */
function install(): void {
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return
  console.info('PostgreSQL is not installed: installing it from Debian for the tests …')
  const env = {
    ...process.env,
    RUNLEVEL: '1',
    DEBIAN_FRONTEND: 'noninteractive',
  }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...args], {
      env,
    }).status
  const postgresql = ['install', '-y', '--no-install-recommends', 'postgresql']
  if (apt(...postgresql) !== 0 && apt('update') === 0) apt(...postgresql)
}

/** Folder of PostgreSQL's programs; null, with a sentence, where it is missing and cannot be installed. */
export function findPostgres(): string | null {
  if (!installed()) install()
  const bin = installed()
  if (!bin) console.warn('PostgreSQL cannot be had here: the tests that need it are skipped.')
  return bin
}

/** It refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (!isRoot) return {}
  const id = (flag: string, user: string) => spawnSync('id', [flag, user], { encoding: 'utf8' })
  const user = ['postgres', 'nobody'].find((name) => id('-u', name).status === 0) ?? 'nobody'
  return {
    uid: Number(id('-u', user).stdout),
    gid: Number(id('-g', user).stdout),
  }
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function once(url: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(query)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A fresh cluster in a temporary folder, on a free port of the loopback, with Debian's defaults (fsync on). */
export async function startPostgres(bin: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-postgres-'))
  const user = unprivileged()
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  const password = 'not-to-be-printed'
  writeFileSync(passwordFile, password, { mode: 0o644 })
  const options = ['-D', data, '-U', 'tester', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8']
  execFileSync(join(bin, 'initdb'), [...options, '--no-locale', '--no-sync'], {
    ...user,
    cwd: folder,
    stdio: 'pipe',
  })
  const port = await freePort()
  const urlOf = (database: string) => `postgres://tester:${password}@127.0.0.1:${port}/${database}`
  const url = urlOf('postgres')

  let server: ReturnType<typeof spawn> | null = null
  const kill = () => server?.kill('SIGKILL')
  process.once('exit', kill)

  async function start(): Promise<void> {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder]
    server = spawn(join(bin, 'postgres'), args, {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    })
    const started = server
    await until('PostgreSQL to answer', () => {
      if (started.exitCode !== null) throw new Error('PostgreSQL ended while it was starting.')
      return once(url, 'select 1').then(
        () => true,
        () => false,
      )
    })
  }

  async function halt(): Promise<void> {
    const running = server
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    // SIGQUIT: at once, without asking its sessions
    running.kill('SIGQUIT')
    await ended
    server = null
  }

  let databases = 0
  await start()
  return {
    url,
    password,
    createDatabase: async () => {
      const name = `test_${++databases}`
      await once(url, `create database ${name}`)
      return urlOf(name)
    },
    halt,
    start,
    stop: async () => {
      await halt()
      process.removeListener('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
