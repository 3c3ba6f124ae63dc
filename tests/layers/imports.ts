// Every import of the project's sources, read from the text: what is imported, from where, and whether as a type only.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Import = {
  from: string
  line: number
  /** The imported file of the project, or the package. */
  to: { file: string } | { package: string }
  isType: boolean
  /** What stands in the braces. */
  names: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = ['app', 'components', 'lib']
const isSource = (file: string) => /\.(ts|tsx|mjs)$/.test(file)

const statement =
  /^(?:import|export)\s+(?<type>type\s+)?(?<names>[\w*{}\s,$]+?)\s+from\s+'(?<of>[^']+)'|^import\s+'(?<effect>[^']+)'|(?:\bimport|\brequire)\(\s*'(?<dynamic>[^']+)'/gm

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** The file that a specifier means, among these. */
const resolve = (from: string, specifier: string, has: (file: string) => boolean) => {
  const path = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(dirname(from), specifier)
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].find(has) ?? path
}

export const importsOf = (from: string, text: string, has: (file: string) => boolean): Import[] =>
  [...text.matchAll(statement)].map((match) => {
    const { type, names = '', of, effect, dynamic } = match.groups ?? {}
    const specifier = of ?? effect ?? dynamic ?? ''
    const isOurs = specifier.startsWith('.') || specifier.startsWith('@/')
    return {
      from,
      line: text.slice(0, match.index).split('\n').length,
      to: isOurs ? { file: resolve(from, specifier, has) } : { package: packageOf(specifier) },
      isType: type !== undefined,
      names,
    }
  })

/** All imports of the files below app, components and lib. */
export const readImports = (): Import[] => {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      posix.join(folder, name.replaceAll('\\', '/')),
    ),
  )
  const known = new Set(files.filter((file) => /\.\w+$/.test(file)))
  return files
    .filter(isSource)
    .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8'), (path) => known.has(path)))
}
