import type { ProofAnswer } from '../api/endpoints/number'
import { chainById } from '../chains'

/** One number with its proof, as the API says it. */
export type ProofJson = ProofAnswer

const isoTime = (t: number) => new Date(t * 1000).toISOString().replace('.000Z', 'Z')
const short = (text: string, length = 66) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

const argument = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const blockLines = ({ asOf, calls }: ProofJson): readonly string[] => {
  const used = new Set(calls.map(({ chainId }) => chainId))
  return Object.values(asOf)
    .filter((each) => each !== undefined)
    .filter(({ chainId }) => used.has(chainId))
    .map(({ chainId, block, hash, timestamp, finality }) => {
      const name = chainById(chainId)?.name ?? String(chainId)
      return `${name.padEnd(12)} block ${block}  ${isoTime(timestamp)}  ${finality}\n${' '.repeat(12)} ${hash}`
    })
}

const treeLines = ({ tree, number }: ProofJson): readonly string[] => {
  const byId = new Map(tree.map((each) => [each.id, each]))
  const lines: string[] = []
  const seen = new Set<string>()
  const visit = (id: string, depth: number) => {
    const num = byId.get(id)
    if (!num) return
    const again = seen.has(id)
    seen.add(id)
    lines.push(
      `${'  '.repeat(depth)}${id}  ${num.value ?? num.status}${again && num.inputs.length > 0 ? '  (as above)' : ''}`,
    )
    if (!again) for (const input of num.inputs) visit(input, depth + 1)
  }
  for (const input of byId.get(number.id)?.inputs ?? []) visit(input, 0)
  return lines
}

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...indent(lines)]

/** The proof as lines for a terminal: value, blocks, formula, what it is made of, calls, and the line to re-check it. */
export const proofText = (proof: ProofJson): string => {
  const { number, title, formula, calls, recheck } = proof
  const label = number.label === undefined ? '' : ` · ${number.label}`
  return [
    `${title}${label}  (${number.id})`,
    '',
    `  ${number.value ?? number.status}`,
    `  ${[number.unit, number.class, number.status, `method ${number.methodVersion}`, number.note].filter(Boolean).join(' · ')}`,
    ...(number.reason === undefined ? [] : [`  ${number.reason}`]),
    ...(number.parts === undefined ? [] : [`  ${number.parts.have} of ${number.parts.of} chains`]),
    ...(number.omitted ?? []).map(({ id, reason }) => `  without ${id}: ${reason}`),
    ...section('Read at', blockLines(proof)),
    ...section('Formula', [formula]),
    ...section('Made of', treeLines(proof)),
    ...section(
      `Calls (${calls.length})`,
      calls.map(
        ({ chainId, contract, functionName, args, address, result }) =>
          `${chainById(chainId)?.slug ?? chainId} ${contract}.${functionName}(${args.map(argument).join(', ')}) at ${address}\n→ ${short(result)}`,
      ),
    ),
    ...Object.entries(recheck).flatMap(([chain, line]) =>
      line
        ? section(`Re-check on ${chain}: this line`, [line.command, `must answer with "result":"${line.expect}"`])
        : [],
    ),
    '',
  ].join('\n')
}
