// Every command of package.json starts here, in plain Node: installs packages and builds pages where that is missing, then
// runs the command in this same process, so that no process in between can be left behind.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { help } from './help.mjs'
import { build, install, log, root, signalChild } from './setup.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const [command = '', ...rest] = process.argv.slice(2)

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`)
process.chdir(root)

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
/** The signal that stops the command, once one has come. */
let stoppedBy = null
for (const signal of Object.keys(codes)) {
  process.on(signal, () => {
    stoppedBy = signal
    if (!signalChild(signal)) process.exit(codes[signal])
  })
}

// npm may be killed without passing the signal on: this process then sees another parent and stops.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** One preparation of a command, with the sentence for its failure; a signal during it ends the command. */
const prepare = async (work, otherwise) => {
  const done = await work()
  if (stoppedBy !== null) process.exit(codes[stoppedBy])
  if (!done) fail(otherwise)
}

const installed = () => prepare(install, 'The packages could not be installed: see above.')
const built = async () => {
  await installed()
  await prepare(build, 'The pages could not be built: see above.')
}

/** Runs a TypeScript file with these arguments in this process. */
const runFile = async (file, args) => {
  const path = join(root, file)
  if (!existsSync(path)) fail(`${file} is not here.`)
  for (const signal of Object.keys(codes)) process.removeAllListeners(signal)
  process.argv.splice(1, Number.POSITIVE_INFINITY, path, ...args)
  await import('tsx')
  await import(pathToFileURL(path).href)
}

const serve = async (args) => {
  await built()
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  log(args.length > 0 ? 'Starting on the embedded network…' : 'Starting on the live networks…')
  await runFile('lib/server/main.ts', args)
}

const end = (code) => process.exit(stoppedBy === null ? code : codes[stoppedBy])

/** Runs these projects of the tests, all where none is named, with the tools that they need. */
const test = async (projects, ...tools) => {
  await installed()
  const [{ ensureTools }, { runTests }] = await Promise.all([import('./test-tools.mjs'), import('./test-run.mjs')])
  const env = await ensureTools(tools)
  if (stoppedBy !== null) end(0)
  end(await runTests([...projects.map((name) => `--project=${name}`), ...rest], env))
}

const commands = {
  demo: () => serve(['--embedded']),
  live: () => serve([]),
  build: built,
  verify: async () => {
    await installed()
    const { verify } = await import('./verify.mjs')
    end(await verify())
  },
  test: async () => {
    await built()
    await test([], 'browser', 'postgres')
  },
  'test:unit': () => test(['unit']),
  'test:node': () => test(['node'], 'postgres'),
  'test:browser': async () => {
    await built()
    await test(['browser'], 'browser')
  },
  number: async () => {
    await installed()
    await runFile('lib/server/number.ts', rest)
  },
  backfill: async () => {
    await installed()
    await runFile('lib/server/backfill.ts', rest)
  },
  'check-endpoints': async () => {
    await installed()
    await runFile('lib/server/check-endpoints.ts', rest)
  },
  bench: async () => {
    await installed()
    await runFile('tests/bench/main.ts', rest)
  },
}

const chosen = Object.hasOwn(commands, command) ? commands[command] : null
if (chosen === null) fail(`There is no command "${command}": it may be ${Object.keys(commands).join(', ')}.`)
const asksHelp = rest.includes('--help') || rest.includes('-h')
if (asksHelp && Object.hasOwn(help, command)) console.log(help[command])
else await chosen()
