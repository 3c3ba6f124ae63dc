import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'

/** What the compiler made of one of our own contracts. */
type Compiled = { readonly abi: Abi; readonly bytecode: Hex; readonly deployedBytecode: Hex }
export type Compilation = Readonly<Record<string, Compiled>>

const sources = fileURLToPath(new URL('./contracts', import.meta.url))
const cache = fileURLToPath(new URL('../../node_modules/.cache/sparkscope', import.meta.url))

/** Changing these changes every address's code, so block hashes too. No metadata hash: code must not depend on comments or paths. */
const settings = {
  evmVersion: 'cancun',
  // five times quicker to compile, and a first start waits for it; the few calls a day do not miss it
  optimizer: { enabled: false },
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
}

type Output = {
  errors?: readonly { severity: string; formattedMessage: string }[]
  contracts: Record<
    string,
    Record<string, { abi: Abi; evm: Record<'bytecode' | 'deployedBytecode', { object: string }> }>
  >
}

const readSources = async () => {
  const files = (await readdir(sources)).filter((file) => file.endsWith('.sol')).sort()
  return Promise.all(files.map(async (file) => [file, await readFile(`${sources}/${file}`, 'utf8')] as const))
}

/** Compiles lib/devnet/contracts, or reads what was compiled of these very sources before. Throws with the compiler's own message. */
export const compile = async (): Promise<Compilation> => {
  const files = await readSources()
  const input = JSON.stringify({
    language: 'Solidity',
    settings,
    sources: Object.fromEntries(files.map(([file, content]) => [file, { content }])),
  })
  const cached = `${cache}/devnet-${createHash('sha256').update(input).digest('hex').slice(0, 16)}.json`
  const known = await readFile(cached, 'utf8').catch(() => undefined)
  if (known) return JSON.parse(known) as Compilation

  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const output = JSON.parse(solc.compile(input)) as Output
  const errors = output.errors?.filter(({ severity }) => severity === 'error') ?? []
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  const compiled: Record<string, Compiled> = {}
  for (const contracts of Object.values(output.contracts)) {
    for (const [name, { abi, evm }] of Object.entries(contracts)) {
      compiled[name] = {
        abi,
        bytecode: `0x${evm.bytecode.object}`,
        deployedBytecode: `0x${evm.deployedBytecode.object}`,
      }
    }
  }
  await mkdir(cache, { recursive: true })
  // written aside and renamed: two starts at once must not read half a file
  await writeFile(`${cached}.${process.pid}`, JSON.stringify(compiled))
  await rename(`${cached}.${process.pid}`, cached)
  return compiled
}
