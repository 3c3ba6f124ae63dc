import { stringToHex } from 'viem'
import { ethereum } from '../chains/ethereum'
import type { Day } from './calendar'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'
import { pathNamed, valueOn } from './path'
import { addressBook } from './tokens'

// Sky's side of the layer: the ledger's two ilks of Spark, their ceilings and fee, and the direct deposit module.

const at = addressBook(ethereum)
const wad = 10n ** 18n
const rad = 10n ** 45n
const allocator = stringToHex('ALLOCATOR-SPARK-A', { size: 32 })
const direct = stringToHex('DIRECT-SPARK-DAI', { size: 32 })

/** USDS that Spark owes Sky: an assumed amount, and the direct deposit module's DAI as in the market. */
export const allocatorOn = (day: Day): readonly Call[] => {
  const debt = valueOn(2_960_000_000n * wad, pathNamed('ALLOCATOR-SPARK-A', 0.55, { residual: 0.001 }), day)
  const deposited = valueOn(1_705_500_000n * wad, pathNamed('DAI', 0.78, { deviation: 0.05 }), day)
  const set = 'set(bytes32,address,uint256,uint256,uint256)'
  return [
    call(at('VAT'), set, allocator, at('ALLOCATOR_VAULT'), 10n ** 30n, debt, (debt / wad + 500_000_000n) * rad),
    // its ceiling has been 0 since 2025-05-29: what is out comes back as it is repaid
    call(at('VAT'), set, direct, at('D3M_SPARK_DAI'), deposited, deposited, 0n),
    call(
      at('AUTO_LINE'),
      'set(bytes32,uint256,uint256,uint48)',
      ...[allocator, 10_000_000_000n * rad, 1_500_000_000n * rad, 43_200],
    ),
  ]
}

export const setUpAllocator = (setup: ChainSetup): readonly Call[] => {
  for (const [key, code] of [
    ['VAT', 'Vat'],
    ['JUG', 'Jug'],
    ['AUTO_LINE', 'AutoLine'],
    ['ALLOCATOR_VAULT', 'AllocatorVault'],
    ['D3M_SPARK_DAI', 'D3mPool'],
    ['DIRECT_HUB', 'D3mHub'],
  ] as const) {
    setup.place(at(key), code)
  }
  return [
    call(
      at('DIRECT_HUB'),
      'set(bytes32,address,address,uint256)',
      ...[direct, at('D3M_SPARK_DAI'), at('D3M_SPARK_DAI_PLAN'), 604_800n],
    ),
    call(
      at('D3M_SPARK_DAI'),
      'open(address,bytes32,address,address)',
      ...[at('DIRECT_HUB'), direct, at('DAI'), at('DAI_SPTOKEN')],
    ),
    // no fee a second: what is owed is settled monthly
    call(at('JUG'), 'set(bytes32,uint256)', allocator, 10n ** 27n),
    call(
      at('ALLOCATOR_VAULT'),
      'open(bytes32,address,address,address)',
      ...[allocator, at('ALLOCATOR_BUFFER'), at('VAT'), at('JUG')],
    ),
    ...allocatorOn(setup.from),
  ]
}
