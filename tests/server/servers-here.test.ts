import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { announcedServers, announceServer } from '@/lib/server/servers-here'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sparkscope-servers-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

it('finds a server at whatever address it serves, until it stops', () => {
  const { remove } = announceServer('http://localhost:4567', root)
  expect(announcedServers(root)).toEqual(['http://localhost:4567'])
  remove()
  expect(announcedServers(root)).toEqual([])
})

it('takes away what a killed server left, and what cannot be read', () => {
  const folder = join(root, '.data', 'servers')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '1.json'), JSON.stringify({ pid: 1, started: 'another time', address: 'http://x' }))
  writeFileSync(join(folder, '2.json'), '{')
  expect(announcedServers(root)).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

it('finds none where there is no folder, and serves where none can be made', () => {
  expect(announcedServers(join(root, 'none'))).toEqual([])
  writeFileSync(join(root, '.data'), '')
  announceServer('http://localhost:4567', root).remove()
  expect(announcedServers(root)).toEqual([])
})
