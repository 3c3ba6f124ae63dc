import type { ContractKey } from '../chains'
import { almController } from '../contracts/alm-controller'
import { erc20 } from '../contracts/erc20'
import { AbsentError } from '../errors'
import { compare, type Fixed, fixed, subtract, sum } from '../math/fixed'
import type { Reader } from '../reader/types'
import type { Amount } from './define-position'
import { unlessRefused } from './unless-refused'

/** What reading what an exchange owes may touch. */
export const outstandingReads = [almController, erc20] as const

type OutstandingReader = Reader<(typeof outstandingReads)[number]>
type Otc = Extract<Amount, { kind: 'otc' }>

const wadDecimals = 18
const nothing = fixed(0n, wadDecimals)

/** Sent less claimed, below 0 where what an earlier controller sent was claimed by this one; null where it is not there. */
const countOf = async (reader: OutstandingReader, controller: ContractKey, exchange: ContractKey) => {
  const otc = reader.read(almController, reader.address(controller), 'otcs', [reader.address(exchange)])
  const count = await otc.catch((error: unknown) => {
    if (error instanceof AbsentError) return null
    throw error
  })
  if (count === null) return null
  const [, , sent18, , claimed18] = count
  return fixed(sent18 - claimed18, wadDecimals)
}

/** What lies in the buffer, as far as it can be read: as much is counted there. */
const buffered = async (reader: OutstandingReader, buffer: ContractKey, token: ContractKey): Promise<Fixed> => {
  const address = reader.address(token)
  const balance = Promise.all([
    reader.read(erc20, address, 'balanceOf', [reader.address(buffer)]),
    reader.read(erc20, address, 'decimals'),
  ])
  const [raw, decimals] = await unlessRefused(balance, [0n, 0])
  return fixed(raw, decimals)
}

/**
 * Dollars that an exchange was sent and that were not claimed back, over all controllers that have counted them: each counts
 * from 0. What has come back and waits in the buffer is no longer with the exchange. At least 0.
 */
export const outstandingAt = async (reader: OutstandingReader, otc: Otc): Promise<Fixed> => {
  const [counts, returned] = await Promise.all([
    Promise.all(otc.controllers.map((controller) => countOf(reader, controller, otc.exchange))),
    Promise.all(otc.returned.map((token) => buffered(reader, otc.buffer, token))),
  ])
  const known = counts.filter((count) => count !== null)
  if (known.length === 0) throw new AbsentError()
  const outstanding = subtract(sum(known), sum(returned))
  return compare(outstanding, nothing) > 0 ? outstanding : nothing
}
