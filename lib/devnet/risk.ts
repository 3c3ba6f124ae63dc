import { ethereum } from '../chains/ethereum'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'
import data from './data/sparklend.json'
import { addressBook } from './tokens'

const at = addressBook(ethereum)

/** Oracles the kill switch watches: their answer, in their own decimals, all near their peg; thresholds of the spell of 2026-03-12. */
const pegs: readonly {
  readonly key: string
  readonly decimals: number
  readonly answer: bigint
  readonly description: string
}[] = [
  { key: 'STETH_ETH_ORACLE', decimals: 18, answer: 999_412_300_000_000_000n, description: 'STETH / ETH' },
  { key: 'LBTC_BTC_ORACLE', decimals: 8, answer: 100_312_712n, description: 'LBTC / BTC' },
  { key: 'CBBTC_BTC_RATIO_ORACLE', decimals: 18, answer: 1_001_204_000_000_000_000n, description: 'cbBTC / BTC' },
  { key: 'RETH_ETH_RATIO_ORACLE', decimals: 18, answer: 999_857_924_990_777_832n, description: 'rETH / ETH' },
  { key: 'WBTC_BTC_CHAINLINK_ORACLE', decimals: 8, answer: 99_761_000n, description: 'WBTC / BTC' },
  { key: 'WEETH_ETH_RATIO_ORACLE', decimals: 18, answer: 999_593_486_146_659_469n, description: 'weETH / ETH' },
]

const automated = data.ethereum.reserves.flatMap(({ key, capAutomator }) =>
  capAutomator ? [{ key, ...capAutomator }] : [],
)

/** Cap automator, kill switch, freezer. */
export const setUpRisk = (setup: ChainSetup): void => {
  for (const { key } of pegs) setup.place(at(key), 'Feed')
  for (const [key, code] of [
    ['CAP_AUTOMATOR', 'CapAutomator'],
    ['KILL_SWITCH_ORACLE', 'KillSwitchOracle'],
    ['FREEZER_MOM', 'FreezerMom'],
  ] as const)
    setup.place(at(key), code)
  const calls: Call[] = [
    call(at('CAP_AUTOMATOR'), 'open(address,address)', at('POOL'), at('POOL_CONFIGURATOR')),
    call(at('CAP_AUTOMATOR'), 'grantRole(bytes32,address)', `0x${'0'.repeat(64)}`, at('SPARK_PROXY')),
    call(at('CAP_AUTOMATOR'), 'grantRole(bytes32,address)', UPDATE_ROLE, at('ALM_PROXY_FREEZABLE')),
    ...automated.map(({ key, supplyMax, supplyGap, borrowMax, borrowGap }) =>
      call(
        at('CAP_AUTOMATOR'),
        'set(address,uint48,uint48,uint48,uint48)',
        at(key),
        supplyMax,
        supplyGap,
        borrowMax,
        borrowGap,
      ),
    ),
    call(
      at('KILL_SWITCH_ORACLE'),
      'open(address,address,address)',
      at('POOL'),
      at('POOL_CONFIGURATOR'),
      at('SPARK_PROXY'),
    ),
    ...pegs.flatMap(({ key, decimals, answer, description }) => [
      call(at(key), 'setUp(string,uint8)', description, decimals),
      call(at(key), 'set(int256)', answer),
      call(at('KILL_SWITCH_ORACLE'), 'setOracle(address,uint256)', at(key), (95n * 10n ** BigInt(decimals)) / 100n),
    ]),
    call(
      at('FREEZER_MOM'),
      'open(address,address,address,address,address)',
      ...[at('POOL'), at('POOL_CONFIGURATOR'), at('SPARK_PROXY'), at('CHIEF'), at('SPARKLEND_FREEZER_MULTISIG')],
    ),
  ]
  setup.initial.push(calls)
}

const UPDATE_ROLE = '0x3ee192ac25847473237ced4bba57f848e1fd794930ff85b42823290580967205'
