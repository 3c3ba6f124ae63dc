import { ethereum } from '../chains/ethereum'
import type { Day } from './calendar'
import { type Call, call } from './calls'
import { queueSyrup } from './layer-venues'
import { type Path, pathNamed, valueOn } from './path'
import { addressBook } from './tokens'

// What the layer holds on Ethereum outside SparkLend and the treasury funds: every kind of position, at assumed sizes which,
// with the market, the funds and the other chains, come to the articles' total.

const at = addressBook(ethereum)
const [wad, six] = [10n ** 18n, 10n ** 6n]

/** How a holding is brought to its size: by balance, or by what its shares are worth in their asset. */
type Holding = {
  readonly key: string
  readonly by: 'assign' | 'assignAssets'
  readonly holder: string
  readonly final: bigint
  readonly path: Path
}

/** `start`: the first day's share of the final amount. */
const held = (
  key: string,
  final: bigint,
  start: number,
  holder = 'ALM_PROXY',
  by: Holding['by'] = 'assign',
): Holding => ({
  key,
  by,
  holder,
  final,
  path: pathNamed(`${key} ${holder}`, start, { deviation: 0.1, residual: 0.0005 }),
})
const vault = (key: string, final: bigint, start: number) => held(key, final, start, 'ALM_PROXY', 'assignAssets')

const holdings: readonly Holding[] = [
  // this one is what brings the total to 7.902 B
  held('USDE', 58_460_000n * wad, 0.35),
  vault('SUSDE', 48_000_000n * wad, 0.4),
  vault('SYRUP_USDC', 22_000_000n * six, 0.5),
  vault('SYRUP_USDT', 9_000_000n * six, 0.1),
  held('ATOKEN_CORE_USDC', 12_000_000n * six, 1.6),
  held('ATOKEN_CORE_USDT', 5_946_339n, 40),
  held('ATOKEN_CORE_USDS', 500_000n * wad, 3),
  held('ATOKEN_CORE_USDE', 3_000_000n * wad, 0.2),
  held('ATOKEN_PRIME_USDS', 400_000n * wad, 3),
  vault('MORPHO_VAULT_DAI_1', 9_000_000n * wad, 1.3),
  vault('MORPHO_VAULT_USDS', 8_419_601n * wad, 0.8),
  vault('MORPHO_VAULT_USDC_BC', 5_000_000n * six, 0.3),
  vault('MORPHO_VAULT_V2_USDT', 1_500_000n * six, 0.1),
  vault('MORPHO_VAULT_V2_USDT_OLD', 2_000n * six, 8),
  vault('ARKIS_VAULT', 2_000_000n * six, 0.1),
  vault('FLUID_SUSDS', 450_000n * wad, 2),
  held('CURVE_SUSDSUSDT', 2_300_000n * wad, 0.9),
  held('CURVE_PYUSDUSDS', 1_200_000n * wad, 0.2),
  held('CURVE_USDCUSDT', 40_000n * wad, 0.5),
  held('CURVE_PYUSDUSDC', 30_000n * wad, 0.5),
  held('CURVE_WEETHWETHNG', 2n * wad, 0.5),
  held('USDC', 3_000_000n * six, 0.7),
  held('USDT', 1_400_000n * six, 0.5),
  held('PYUSD', 2_200_000n * six, 0.1),
  held('USDG', 300_000n * six, 0.2),
  held('USAT', 250_000n * six, 0.2),
  held('RLUSD', 100_000n * wad, 0.2),
  held('WETH', 20n * wad, 0.5),
  held('WSTETH', 15n * wad, 0.5),
  held('WEETH', 10n * wad, 0.5),
  held('USDT', 500_000n * six, 0.2, 'BINANCE_OTC_BUFFER'),
  held('USDC', 1_000n * six, 1, 'ALM_PROXY_FREEZABLE'),
  held('USDS', 12_000_000n * wad, 1.2),
  held('SUSDS', 28_000_000n * wad, 0.7),
  held('DAI', 800_000n * wad, 1.5),
  held('SDAI', 90_000n * wad, 1),
  held('USDS', 5_000_000n * wad, 0.9, 'ALLOCATOR_BUFFER'),
  held('MORPHO_TOKEN', 41_000n * wad, 0.4),
  held('SYRUP', 130_000n * wad, 0.4),
]

/** Dollars: 550,000 of it was claimed back, up to 500,000 has come back and lies in the buffer. */
const sentToExchange = 1_400_000n

const spans = 8

/** A few holdings a day move; on the first, all are put in place. */
export const holdingsOn = (day: Day, all = false): readonly Call[] =>
  holdings
    .filter((_, index) => all || day % spans === index % spans)
    .map(({ key, by, holder, final, path }) =>
      call(at(key), `${by}(address,uint256)`, at(holder), valueOn(final, path, day)),
    )

/** Pending: sUSDe in cooldown, syrup in the queue, dollars at an exchange. Ether leaving Lido is constant. */
export const underWayOn = (day: Day): readonly Call[] => [
  call(
    at('SUSDE'),
    'setCooldown(address,uint152)',
    ...[at('ALM_PROXY'), valueOn(2_500_000n * wad, pathNamed('cooldown', 0.3), day)],
  ),
  ...queueSyrup('SYRUP_USDC', valueOn(1_050_000n * six, pathNamed('queue', 0.3), day)),
  ...queueSyrup('SYRUP_USDT', valueOn(60_000n * six, pathNamed('queue usdt', 0.3), day)),
  call(
    at('ALM_CONTROLLER'),
    'sendOtc(address,address,uint256,uint256,uint256)',
    ...[at('BINANCE_EXCHANGE'), at('USDT'), sentToExchange * six, sentToExchange * wad, 550_000n * wad],
  ),
]
