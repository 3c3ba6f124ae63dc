import { decodeFunctionResult, getAbiItem, isHex } from 'viem'
import { chainText } from '../format/chain-text'
import { metricById } from '../metrics'
import type { Observation } from '../metrics/types'
import type { RecordedCall } from './number-index'

/** One value that a call answered: named where the interface names it. */
export type Decoded = { readonly name: string | null; readonly text: string }

const MOST_ITEMS = 40
/** Of a text; addresses and bytes are shown whole. */
const MOST_CHARACTERS = 200

const grouped = (integer: bigint | number): string => String(integer).replace(/\B(?=(\d{3})+$)/g, ',')

const textOf = (value: unknown): string => {
  if (typeof value === 'bigint' || typeof value === 'number') return grouped(value)
  if (typeof value === 'string') return isHex(value) ? value : chainText(value, MOST_CHARACTERS)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    const shown = value.slice(0, MOST_ITEMS).map(textOf).join(', ')
    return value.length > MOST_ITEMS ? `${shown}, … (${value.length})` : shown
  }
  return Object.entries(value ?? {})
    .map(([name, inner]) => `${name}: ${textOf(inner)}`)
    .join(', ')
}

const fieldsOf = (value: object): readonly Decoded[] =>
  Object.entries(value).map(([name, inner]) => ({ name, text: textOf(inner) }))

/** What a call of a number answered, as its interface reads it; empty where it reverted or does not fit. */
export const decodeCall = ({ metric }: Pick<Observation, 'metric'>, call: RecordedCall): readonly Decoded[] => {
  const found = metricById(metric)
  if (!call.ok || found?.kind !== 'read') return []
  const contract = found.reads.find(({ name }) => name === call.contract)
  if (contract === undefined) return []
  const args = call.args.map((arg) => arg)
  const item = getAbiItem({ abi: contract.abi, name: call.functionName, args })
  if (item?.type !== 'function') return []
  try {
    const value: unknown = decodeFunctionResult({ abi: [item], functionName: item.name, data: call.result })
    const [only, ...more] = item.outputs
    if (more.length > 0 && Array.isArray(value))
      return item.outputs.map(({ name }, at) => ({ name: name || null, text: textOf(value[at]) }))
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return fieldsOf(value)
    return [{ name: only?.name || null, text: textOf(value) }]
  } catch {
    return []
  }
}
