import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { decodeReserveConfig, type ReserveConfig } from '@/lib/math/reserve-config'

const source = readFileSync(
  createRequire(import.meta.url).resolve(
    '@aave/core-v3/contracts/protocol/libraries/configuration/ReserveConfiguration.sol',
  ),
  'utf8',
)

/** The bits that Aave's own mask leaves to a field. */
function fieldMask(name: string): bigint {
  const match = new RegExp(`constant ${name}_MASK =\\s+(0x[0-9A-F]{64});`).exec(source)
  if (!match?.[1]) throw new Error(`no ${name}_MASK in Aave's source`)
  return ~BigInt(match[1]) & (2n ** 256n - 1n)
}

const masks: Record<keyof ReserveConfig, string> = {
  ltv: 'LTV',
  liquidationThreshold: 'LIQUIDATION_THRESHOLD',
  liquidationBonus: 'LIQUIDATION_BONUS',
  decimals: 'DECIMALS',
  active: 'ACTIVE',
  frozen: 'FROZEN',
  borrowingEnabled: 'BORROWING',
  stableBorrowingEnabled: 'STABLE_BORROWING',
  paused: 'PAUSED',
  borrowableInIsolation: 'BORROWABLE_IN_ISOLATION',
  siloedBorrowing: 'SILOED_BORROWING',
  flashLoanEnabled: 'FLASHLOAN_ENABLED',
  reserveFactor: 'RESERVE_FACTOR',
  borrowCap: 'BORROW_CAP',
  supplyCap: 'SUPPLY_CAP',
  liquidationProtocolFee: 'LIQUIDATION_PROTOCOL_FEE',
  eModeCategory: 'EMODE_CATEGORY',
  unbackedMintCap: 'UNBACKED_MINT_CAP',
  debtCeiling: 'DEBT_CEILING',
}
const fields = Object.keys(masks) as (keyof ReserveConfig)[]
const lowestBit = (mask: bigint): bigint => mask & -mask

describe('reserve configuration', () => {
  it.each(fields)("reads %s from the bits of Aave's mask and from no others", (field) => {
    const mask = fieldMask(masks[field])
    expect(BigInt(decodeReserveConfig(mask)[field])).toBe(mask / lowestBit(mask))
    const others = decodeReserveConfig(~mask & (2n ** 256n - 1n))
    expect(BigInt(others[field])).toBe(0n)
    for (const other of fields.filter((each) => each !== field)) {
      expect(BigInt(others[other]), other).toBe(fieldMask(masks[other]) / lowestBit(fieldMask(masks[other])))
    }
  })

  it('covers all but the four highest bits', () => {
    expect(fields.reduce((all, field) => all | fieldMask(masks[field]), 0n)).toBe(2n ** 252n - 1n)
  })

  it('reads an empty slot as an inactive reserve', () => {
    expect(decodeReserveConfig(0n)).toMatchObject({ active: false, decimals: 0, supplyCap: 0n, eModeCategory: 0 })
  })
})
