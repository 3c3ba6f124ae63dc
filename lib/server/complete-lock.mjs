// Completes package-lock.json after a change of dependencies: a registry that lacks some platforms' optional packages
// leaves them out of the file, and `npm ci` then refuses it. Plain node; run it as `node lib/server/complete-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = { amd64: 'x64', armv7: 'arm', gnueabihf: 'arm', musleabihf: 'arm', ppc64le: 'ppc64' }
const architectures = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** The platform in a package's name, in npm's fields. */
export const platformOf = (name) => {
  const words = name.replace(/^@[^/]+\//, '').split(/[-.]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = words.map((word) => processors[word] ?? word).find((word) => architectures.includes(word))
  const libc = words.map((word) => /^(musl|gnu)/.exec(word)?.[1]).find((found) => found !== undefined)
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc === 'gnu' ? 'glibc' : 'musl'] }),
    ...(os === undefined ? {} : { os: [os] }),
  }
}

/** Whether a version range may be met by another dependent's version. */
const isLoose = (range) => /^[\^~*><]/.test(range)

/**
 * The packages of a lock file with an entry for every optional dependency, and without a registry's addresses. Where the
 * top level holds another version, the entry goes below its dependent, as npm has it.
 */
export const completePackages = (packages) => {
  const all = Object.fromEntries(Object.entries(packages).map(([path, { resolved: _, ...entry }]) => [path, entry]))
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const [top, nested] = [`node_modules/${name}`, `${path === '' ? '' : `${path}/`}node_modules/${name}`]
      const version = range.replace(/^[\^~]|^npm:.*@/, '')
      const atTop = all[top]
      if (all[nested] !== undefined || atTop?.version === version || (atTop !== undefined && isLoose(range))) continue
      const dev = entry.dev ? { dev: true } : {}
      all[atTop === undefined ? top : nested] = { version, ...platformOf(name), ...dev, optional: true }
    }
  }
  const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0)
  return Object.fromEntries(
    Object.keys(all)
      .sort(order)
      .map((path) => [path, all[path]]),
  )
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const file = argv[2] ?? new URL('../../package-lock.json', import.meta.url)
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const before = Object.keys(lock.packages).length
  lock.packages = completePackages(lock.packages)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(lock.packages).length - before} optional packages added.`)
}
