// Completes package-lock.json after a change of dependencies: `node lib/server/complete-lock.mjs`.
// A registry that lacks some platforms' builds leaves their optional packages out of the lock file, and `npm ci` then
// refuses it everywhere. The missing entries are written from what the dependents ask for; addresses are never kept.
import { readFileSync, writeFileSync } from 'node:fs'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix', 'wasm32', 'wasi']
const processors = { x64: 'x64', amd64: 'x64', arm64: 'arm64', ia32: 'ia32', arm: 'arm', armv7: 'arm', s390x: 's390x', ppc64: 'ppc64', ppc64le: 'ppc64', riscv64: 'riscv64', loong64: 'loong64', mips64el: 'mips64el', gnueabihf: 'arm', musleabihf: 'arm' }

const platformOf = (name) => {
  const words = name.replace(/^@[^/]+\//, '').split(/[-.]/)
  const os = words.filter((word) => systems.includes(word) && word !== 'wasm32' && word !== 'wasi')
  const cpu = [...new Set(words.flatMap((word) => processors[word] ?? []))]
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(os.length > 0 ? { os } : {}) }
}

const file = new URL('../../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const wanted = (range) => range.replace(/^[\^~]|^npm:.*@/, '')

let added = 0
for (const [path, entry] of Object.entries(lock.packages)) {
  delete entry.resolved
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const top = `node_modules/${name}`
    const nested = `${path}/node_modules/${name}`
    if (lock.packages[nested]) continue
    const version = wanted(range)
    const held = lock.packages[top]
    if (held && (held.version === version || range.startsWith('^') || range.startsWith('~'))) continue
    lock.packages[held ? nested : top] = {
      version,
      ...platformOf(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} optional packages added.`)
