import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { openStore, StoreError } from '@/lib/store'
import { checkDataFolder, openingError } from '@/lib/store/data-folder'

const root = mkdtempSync(join(tmpdir(), 'sparkscope-refusals-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What is said where a store cannot be opened: one sentence, and nothing of the address. */
const saidOf = async (databaseUrl: string | null, dataDir = ''): Promise<string> => {
  const error = await openStore({ databaseUrl, dataDir }).catch((thrown: unknown) => thrown)
  if (!(error instanceof StoreError)) throw new Error('it opened, or failed otherwise', { cause: error })
  expect(error.message).toMatch(/^[A-Z][^.]+\.$/)
  expect(error.message).not.toContain('hunter2')
  expect(error.message).not.toContain('postgres:')
  return error.message
}

/** A listener that is not what it should be. */
const listener = async (answer: (socket: Socket) => void) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `postgres://tester:hunter2@127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/spark`
}

/** An error as PostgreSQL sends it, with a text that must not be repeated. */
const refusal = (code: string, text = 'hunter2 at 10.0.0.7') => {
  const fields = Buffer.from(`SFATAL\0C${code}\0M${text}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

describe('a database that cannot be opened says why and what to do', () => {
  it.each([
    ['28P01', /refused the login: user and password do not fit; correct them .*28P01/],
    ['28000', /refused the login: this user may not log in from here, or not without SSL; .*sslmode=require/],
    ['3D000', /refused the login: there is no database of this name; create it/],
    ['53300', /cannot be reached: it has no connection left; close others/],
    ['57P03', /cannot be reached: it is starting up or shutting down; try again/],
    ['57P01', /cannot be reached: it is starting up or shutting down; try again/],
    ['08P01', /cannot be reached: the pooler before it refuses; look at its log/],
    ['42501', /could not do what was asked: this user may not make tables there; grant it/],
    ['25006', /could not do what was asked: it is read-only .*; name the primary/],
    ['53100', /could not do what was asked: its disk is full; make room/],
    ['58030', /could not do what was asked: it cannot read or write its files; look at its log/],
    ['22012', /could not do what was asked: SQLSTATE 22012/],
  ])('%s', async (code, sentence) => {
    const url = await listener((socket) => socket.end(refusal(code)))
    expect(await saidOf(url)).toMatch(sentence)
  })

  it.each([
    [
      'a connection that ends at once',
      (socket: Socket) => void socket.destroy(),
      /ended the connection; check that it/,
    ],
    ['no SSL where it is asked for', (socket: Socket) => void socket.end('N'), /it offers no SSL; leave sslmode out/],
  ])('%s', async (what, answer, sentence) => {
    const url = await listener(answer)
    expect(await saidOf(what.includes('SSL') ? `${url}?sslmode=require` : url)).toMatch(sentence)
  })

  it('a host that nobody knows, and a port where nothing listens', async () => {
    expect(await saidOf('postgres://tester:hunter2@no-such-host.invalid/spark')).toMatch(
      /nobody knows its host; correct the host|its host cannot be looked up just now/,
    )
    expect(await saidOf('postgres://tester:hunter2@127.0.0.1:1/spark')).toMatch(
      /nothing listens at its host and port; start it, or correct DATABASE_URL \(ECONNREFUSED\)/,
    )
  })
})

describe('a data folder that cannot be opened says why and what to do', () => {
  const folder = (version: string | null) => {
    const dataDir = mkdtempSync(join(root, 'folder-'))
    mkdirSync(join(dataDir, 'pglite', 'global'), { recursive: true })
    if (version !== null) writeFileSync(join(dataDir, 'pglite', 'PG_VERSION'), `${version}\n`)
    return dataDir
  }

  it.each([
    ['19', /was written by a newer engine \(PostgreSQL 19, not 18\); start the version of Sparkscope that wrote it/],
    ['17', /was written by an older engine \(PostgreSQL 17, not 18\); start the version/],
    ['', /is damaged; put back a copy, or move the folder away/],
    ['18', /is damaged, or its files may not be read and written; put back a copy, or move the folder away/],
  ])('its files say version "%s"', async (version, sentence) => {
    expect(await saidOf(null, folder(version))).toMatch(sentence)
  })

  it('it was whole once and its files are gone: nothing begins anew over what is left', async () => {
    const dataDir = folder(null)
    writeFileSync(join(dataDir, 'opened'), '')
    expect(await saidOf(null, dataDir)).toMatch(/is damaged; put back a copy/)
    expect(() => checkDataFolder(folder(null), join(dataDir, 'pglite'))).not.toThrow()
  })

  it('it is a file, or below one', async () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    expect(await saidOf(null, file)).toMatch(/is a file; name a folder in DATA_DIR \(EEXIST\)/)
    expect(await saidOf(null, join(file, 'below'))).toMatch(/; name a folder in DATA_DIR \(E[A-Z]+\)/)
  })

  it.each([
    ['EACCES', /may not be used by this user; give the user the right/],
    ['EROFS', /is on a disk that is read-only; make it writable/],
    ['ENOSPC', /is on a disk that is full; make room/],
    ['EIO', /is on a disk that fails; look at the disk/],
    ['EMFILE', /is refused by the system; name another in DATA_DIR \(EMFILE\)/],
  ])('the system answers %s', (code, sentence) => {
    const error = Object.assign(new Error('hunter2'), { code, syscall: 'open' })
    expect(String(openingError(error, root, join(root, 'pglite')))).toMatch(sentence)
  })

  it('a store of a newer version of the program', async () => {
    const dataDir = mkdtempSync(join(root, 'newer-'))
    await (await openStore({ databaseUrl: null, dataDir })).close()
    const { query } = await import('./engines')
    const place = { databaseUrl: null, dataDir }
    await query(place, `insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9e15)`)
    const said = await openStore(place).catch((error: unknown) => String(error))
    expect(said).toMatch(/written by a newer version of Sparkscope; start that one, or name another store\.$/)
    truncateSync(join(dataDir, 'pglite', 'global', 'pg_control'), 0)
    expect(await saidOf(null, dataDir)).toMatch(/is damaged, or its files may not be read and written; put back a copy/)
  })
})
