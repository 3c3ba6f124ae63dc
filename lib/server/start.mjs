// Every command of package.json begins here, with nothing but Node: it installs and builds what is missing, says what it
// is doing, and hands over to the real thing in this same process, so that there is nobody in between to leave behind.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build, install, root, say, signalChild } from './setup.mjs'

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
let told = null
for (const signal of Object.keys(codes)) {
  process.on(signal, () => {
    told = signal
    if (!signalChild(signal)) process.exit(codes[signal])
  })
}

// npm started this process and may be killed without passing that on: then it stops by itself.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** One step before the real thing; a signal in the middle of it ends the command. */
const step = async (work, otherwise) => {
  const done = await work()
  if (told !== null) process.exit(codes[told])
  if (!done) fail(otherwise)
}

const installed = () => step(install, 'The packages could not be installed: see above.')
const built = async () => {
  await installed()
  await step(build, 'The pages could not be built: see above.')
}

/** Goes on as a TypeScript file of ours, with these arguments, in this process. */
const become = async (file, args) => {
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
  say(args.length > 0 ? 'Starting on the embedded network…' : 'Starting on the live networks…')
  await become('lib/server/main.ts', args)
}

const end = (code) => process.exit(told === null ? code : codes[told])

/** Runs these projects of the tests, all where none is named, with the tools that they need. */
const test = async (projects, ...tools) => {
  await installed()
  const [{ ensureTools }, { runTests }] = await Promise.all([import('./test-tools.mjs'), import('./test-run.mjs')])
  const env = await ensureTools(tools)
  if (told !== null) end(0)
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
    await become('lib/server/number.ts', rest)
  },
  backfill: async () => {
    await installed()
    await become('lib/server/backfill.ts', rest)
  },
  bench: async () => {
    await installed()
    await become('tests/bench/main.ts', rest)
  },
}

const chosen = Object.hasOwn(commands, command) ? commands[command] : null
if (chosen === null) fail(`There is no command "${command}": it may be ${Object.keys(commands).join(', ')}.`)
await chosen()
