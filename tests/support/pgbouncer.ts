import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './postgres'
import { until } from './until'

const PLACES = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer']

/** PgBouncer's program; null, with a sentence, where it is missing and cannot be installed. */
export function findPgBouncer(): string | null {
  const find = () => PLACES.find((place) => existsSync(place)) ?? null
  if (find() === null && process.getuid?.() === 0)
    spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'pgbouncer'], {
      env: { ...process.env, RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' },
    })
  if (find() === null) console.warn('PgBouncer cannot be had here: the tests that need it are skipped.')
  return find()
}

/** PgBouncer before a server, in transaction mode and as it is installed: the URL of the same database through it. */
export async function startPgBouncer(program: string, databaseUrl: string, settings: readonly string[] = []) {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-pgbouncer-'))
  const own = await freePort()
  const database = pathname.slice(1)
  writeFileSync(join(folder, 'users'), `"${username}" "${password}"\n`)
  writeFileSync(
    join(folder, 'ini'),
    [
      '[databases]',
      `${database} = host=${hostname} port=${port} dbname=${database} user=${username} password=${password}`,
      '[pgbouncer]',
      `listen_addr = 127.0.0.1\nlisten_port = ${own}\nunix_socket_dir =\nauth_type = scram-sha-256`,
      `auth_file = ${join(folder, 'users')}\npool_mode = transaction\ndefault_pool_size = 3\nlogfile = ${join(folder, 'log')}`,
      ...settings,
    ].join('\n'),
  )
  for (const path of [folder, join(folder, 'ini'), join(folder, 'users')]) chmodSync(path, 0o777)
  // it refuses to run as root
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawn(program, [join(folder, 'ini')], { ...user, stdio: 'ignore' })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(own)
  await until('PgBouncer to answer', async () => {
    const client = new pg.Client(url.href)
    client.on('error', () => undefined)
    try {
      await client.connect()
      return (await client.query('select 1')).rowCount === 1
    } catch {
      return false
    } finally {
      await client.end().catch(() => undefined)
    }
  })
  return {
    url: url.href,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
