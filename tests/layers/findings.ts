// What the table of layers does not allow, one sentence a finding, with the line to look at and what to do about it.
import { findCycles } from './cycles'
import type { Import } from './imports'
import { layers, packageRules, pure, steps } from './layers'

const table = 'tests/layers/layers.ts'

const isWithin = (file: string, name: string) => file === name || file.startsWith(`${name}/`)

const longest = (file: string, names: readonly string[]) =>
  names.filter((name) => isWithin(file, name)).sort((one, other) => other.length - one.length)[0]

const refuse = (
  { from, line, isType }: Import,
  to: string,
  name: string,
  imports: readonly string[],
  types: readonly string[],
) => {
  const asType = types.some((allowed) => isWithin(to, allowed))
  if (imports.some((allowed) => isWithin(to, allowed)) || (isType && asType)) return []
  const remedy = asType
    ? 'It may with `import type`.'
    : `Move the code to a layer that may, hand the value in as an argument, or change ${table}.`
  return [`${from}:${line} imports ${to}, which ${name} may not. ${remedy}`]
}

const checkFile = (found: Import, to: string) => {
  const [name, target] = [found.from, to].map((file) => longest(file, [...pure, ...Object.keys(layers)]))
  if (name === undefined) return [`${found.from} is in no layer: add its folder to ${table}.`]
  if (target !== name) {
    const { imports = [], types = [] } = layers[name] ?? {}
    return refuse(found, to, name, pure.includes(name) ? [] : [...pure, ...imports], types)
  }
  const step = longest(found.from, Object.keys(steps))
  if (step === undefined || isWithin(to, step)) return []
  return refuse(found, to, step, steps[step]?.imports ?? [], steps[step]?.types ?? [])
}

const checkPackage = ({ from, line, names }: Import, name: string) =>
  packageRules
    .filter((rule) => rule.packages.includes(name) && !rule.only.some((place) => isWithin(from, place)))
    .map((rule) => ({ only: rule.only, said: rule.names?.filter((word) => new RegExp(`\\b${word}\\b`).test(names)) }))
    .filter(({ said }) => said === undefined || said.length > 0)
    .map(
      ({ only, said }) =>
        `${from}:${line} imports ${said === undefined ? name : `${said.join(', ')} of ${name}`}, which only ${only.join(', ')} may: use what is exported there, or change ${table}.`,
    )

/** Everything that is wrong with these imports. */
export const findingsOf = (imports: readonly Import[]): string[] => [
  ...imports.flatMap((found) =>
    'file' in found.to ? checkFile(found, found.to.file) : checkPackage(found, found.to.package),
  ),
  ...findCycles(imports),
]
