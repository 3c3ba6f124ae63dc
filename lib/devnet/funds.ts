import type { Address } from 'viem'
import { ethereum } from '../chains/ethereum'
import { type Day, midnight } from './calendar'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'
import { pathNamed, valueOn } from './path'
import { addressBook, assign, placeTokens } from './tokens'

// The tokenised treasuries: assets under management as the press gave them on 2025-05-06, worth and split as the picture
// needs them. The liquidity layer holds all USTB and JTRSY and the I class of BUIDL.

const at = addressBook(ethereum)

const aum = {
  BUIDL: 1_137_800_000n * 10n ** 6n,
  BUIDLI: 1_672_200_000n * 10n ** 6n,
  USTB: 490_700_000n * 10n ** 6n,
  JTRSY: 237_100_000n * 10n ** 6n,
}
const constant = { residual: 0, deviation: 0.03 }
const paths = {
  BUIDL: pathNamed('BUIDL', 0.62, constant),
  BUIDLI: pathNamed('BUIDLI', 0.48, constant),
  USTB: pathNamed('USTB', 0.7, constant),
  JTRSY: pathNamed('JTRSY', 0.75, constant),
}

/** A NAV of six decimals, linear through two known points. */
const nav = (a: readonly [number, number], b: readonly [number, number]) => (day: Day) =>
  BigInt(a[1] + Math.floor(((b[1] - a[1]) * (midnight(day) - a[0])) / (b[0] - a[0])))

/** 10.5232 on 2025-01-07 by a subscription; 10.67 on 2025-07-01 and on from there. */
const ustbNav = nav([1_736_208_000, 10_523_224], [1_751_328_000, 10_670_000])
/** 1.056 on 2025-07-01; 1.108804 on 2026-07-09 by its feed. */
export const jtrsyNav = nav([1_751_328_000, 1_056_000], [1_783_555_200, 1_108_804])
const usccNav = nav([1_751_328_000, 11_150_000], [1_783_555_200, 11_860_000])

/** Redemptions requested and not yet paid: still the layer's, but no longer in its balance. */
const pendingRedemption = 1_000_000n * 10n ** 6n

const navsOn = (day: Day): readonly Call[] => [
  call(
    at('SUPERSTATE_ORACLE'),
    'addCheckpoint(uint64,uint64,uint128)',
    BigInt(midnight(day)),
    BigInt(midnight(day)),
    ustbNav(day),
  ),
  call(at('JTRSY_VAULT'), 'setPrice(uint256)', jtrsyNav(day)),
  call(at('USCC_CHAINLINK_ORACLE'), 'set(int256)', usccNav(day)),
]

const fundsOn = (day: Day): readonly Call[] => [
  ...navsOn(day),
  assign(at('BUIDL'), holders, valueOn(aum.BUIDL, paths.BUIDL, day)),
  assign(at('BUIDLI'), at('ALM_PROXY'), valueOn(aum.BUIDLI, paths.BUIDLI, day)),
  call(at('USTB'), 'assignWorth(address,uint256)', at('ALM_PROXY'), valueOn(aum.USTB, paths.USTB, day)),
  // the rest of the fund is what waits in the vault's escrow
  call(
    at('JTRSY'),
    'assignWorth(address,address,uint256)',
    ...[
      at('ALM_PROXY'),
      at('JTRSY_VAULT'),
      valueOn(aum.JTRSY, paths.JTRSY, day) - (pendingRedemption * jtrsyNav(day)) / 10n ** 6n,
    ],
  ),
]

/** BUIDL's other holders. */
const holders: Address = '0xb01d10000000000000000000000000000000000a'
const escrow: Address = '0x0000000005f458fd6ba9eeb5f365d83b7da913dd'

export const setUpFunds = (setup: ChainSetup): void => {
  const { from } = setup
  const tokens = [
    ...placeTokens(setup, ethereum, ['BUIDL', 'BUIDLI']),
    ...placeTokens(setup, ethereum, ['USTB', 'USCC'], 'SuperstateToken'),
    ...placeTokens(setup, ethereum, ['JTRSY'], 'CentrifugeShare'),
  ]
  setup.place(at('SUPERSTATE_ORACLE'), 'SuperstateOracle')
  setup.place(at('USCC_CHAINLINK_ORACLE'), 'Feed')
  setup.place(at('JTRSY_VAULT'), 'CentrifugeVault')
  const before = BigInt(midnight(from - 1))
  setup.initial.push([
    ...tokens,
    call(at('USTB'), 'setOracle(address)', at('SUPERSTATE_ORACLE')),
    call(at('USCC_CHAINLINK_ORACLE'), 'setUp(string,uint8)', 'USCC NAV', 6),
    call(at('SUPERSTATE_ORACLE'), 'addCheckpoint(uint64,uint64,uint128)', before, before, ustbNav(from - 1)),
    call(at('JTRSY_VAULT'), 'open(address,address)', at('JTRSY'), at('USDC')),
    call(at('JTRSY'), 'setVault(address,address)', at('USDC'), at('JTRSY_VAULT')),
    assign(at('JTRSY'), escrow, pendingRedemption),
    call(
      at('JTRSY_VAULT'),
      'setRequests(address,uint256,uint256,uint256,uint256)',
      ...[at('ALM_PROXY'), 0n, pendingRedemption, 0n, 0n],
    ),
    assign(at('USCC'), at('ALM_PROXY'), 90_000n * 10n ** 6n),
    assign(at('USCC'), holders, 9_000_000n * 10n ** 6n),
  ])
  setup.daily.push(fundsOn)
}
