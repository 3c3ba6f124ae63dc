import { z } from 'zod'
import { chainSlugs, networks } from '../../chains'
import { type FailureCode, failureSentences } from '../../errors'
import { metrics } from '../../metrics'
import { keyPattern, scopes } from '../../metrics/number-id'
import { classes, lines, units } from '../../metrics/types'

/** Words, times and amounts, as the whole contract writes them. */
export const chain = z.enum(chainSlugs)
export const network = z.enum(networks).meta({
  description:
    'What the chains are read from: `live` networks, or the `embedded` local one, whose numbers are not mainnet’s.',
})
export const scope = z.enum(scopes).meta({ description: 'A chain, or `all` of a total over chains.' })
export const line = z.enum(lines)
export const unit = z.enum(units)
export const kind = z.enum(classes).meta({
  description:
    'Where a dollar comes from: contract state alone, the value an issuer reports, a statement, or a schedule that no contract enforces.',
})
export const metricId = z.enum(metrics.map(({ id }): string => id))
export const key = z.string().regex(keyPattern)

const inner = (pattern: RegExp) => pattern.source.replace(/^\^|\$$/g, '')
export const numberIdPattern = new RegExp(`^[a-z]+\\.[a-z0-9-]+:(${scopes.join('|')}):${inner(keyPattern)}$`)
export const numberId = z
  .string()
  .regex(numberIdPattern)
  .meta({ description: '`metric:chain:key`', examples: ['lend.supply-apy:ethereum:USDC'] })

export const snapshotId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the snapshot: the same id is the same bytes for ever.' })
export const seconds = z.int().min(0).meta({ description: 'Unix seconds.' })
export const chainId = z.int().min(1)
export const blockNumber = z.string().regex(/^\d+$/).meta({ description: 'Decimal.' })
export const hash = z.string().regex(/^0x[0-9a-f]{64}$/)
export const hex = z.string().regex(/^0x[0-9a-f]*$/)
export const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/)
export const count = z.int().min(0)
export const value = z
  .string()
  .regex(/^(-?\d+(\.\d+)?|0x[0-9a-fA-F]{40})$/)
  .meta({ description: 'An exact decimal, nothing rounded; of a number of unit `address` the address.' })

// safe: the codes are its keys
export const failureCode = z.enum(Object.keys(failureSentences) as FailureCode[])

/** Of the parameter that every CSV has. */
export const decimalMeaning =
  'Of CSV: `comma` writes decimals with a comma and parts columns by semicolons, for spreadsheets in languages that do so.'
