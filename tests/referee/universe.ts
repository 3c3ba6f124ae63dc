import type { Address } from 'viem'
import type { ChainSlug } from '@/lib/chains'
import { type ChainAt, Unknown, unlessUnknown } from './chain'
import { minus, scaled, zero } from './exact'
import { balanceOf } from './referee-lend'
import {
  asDollars,
  atNav,
  atOracle,
  balance,
  converted,
  curveShare,
  type Dollars,
  decimalsOf,
  type Holding,
  jtrsyVault,
  type Part,
  rawOf,
  susdsBridged,
  susdsOnEthereum,
  unpriced,
} from './valuations'

const at = (key: string, holder: string) => (holder === 'ALM_PROXY' ? key : `${key}@${holder}`)

const token = (name: string, part: Part, dollars: Dollars, holder = 'ALM_PROXY'): Holding => ({
  key: at(name, holder),
  part,
  amount: balance(name, holder),
  dollars,
})

const fundToken = (name: string, part: Part): Holding => ({
  ...token(name, part, atNav(name)),
  fund: { name, isToken: true },
})

const stables = ['USDC', 'USDT', 'PYUSD', 'USDG', 'USAT', 'RLUSD', 'USDE']

const idleOnEthereum = (holder: string): readonly Holding[] => [
  ...stables.map((name) => token(name, 'liquidity', asDollars, holder)),
  ...['WETH', 'WSTETH', 'WEETH'].map((name) => token(name, 'liquidity', atOracle(name), holder)),
  {
    key: at('ETH', holder),
    part: 'liquidity',
    amount: async (chain) => scaled(await chain.ether(chain.at(holder)), 18),
    dollars: atOracle('WETH'),
  },
  token('USDS', 'sky', asDollars, holder),
  token('DAI', 'sky', asDollars, holder),
  token('SUSDS', 'sky', susdsOnEthereum, holder),
  token('SDAI', 'sky', converted('SDAI', 'DAI'), holder),
]

/** Of the queue's second version, or of its first, which keeps one request an owner. */
const queued = async (chain: ChainAt, queue: Address): Promise<bigint> => {
  const read = chain.big(queue, 'userEscrowedShares(address) returns (uint256)', chain.at('ALM_PROXY'))
  const escrowed = await unlessUnknown(read, null)
  if (escrowed !== null) return escrowed
  const id = await chain.big(queue, 'requestIds(address) returns (uint128)', chain.at('ALM_PROXY'))
  if (id === 0n) return 0n
  const [, shares = 0n] = (await chain.ask(
    queue,
    'requests(uint128) returns (address,uint256)',
    id,
  )) as readonly bigint[]
  return shares
}

const maple = (name: string, asset: string): readonly Holding[] => {
  const dollars = converted(name, asset, asDollars, 'convertToExitAssets')
  return [
    token(name, 'liquidity', dollars),
    {
      key: `${name}.PENDING_REDEEM`,
      part: 'liquidity',
      async amount(chain) {
        const manager = (await chain.ask(chain.at(name), 'manager() returns (address)')) as Address
        const queue = (await chain.ask(manager, 'withdrawalManager() returns (address)')) as Address
        const locked = chain.big(queue, 'lockedShares(address) returns (uint256)', chain.at('ALM_PROXY'))
        const processed = await unlessUnknown(locked, 0n)
        return scaled((await queued(chain, queue)) + processed, await decimalsOf(chain, name))
      },
      dollars,
    },
  ]
}

/** What the vault's manager, by either version's name, keeps for the layer to claim. */
const keptByManager = async (chain: ChainAt, vault: Address, read: string): Promise<bigint> => {
  const named = (name: string) => unlessUnknown(chain.ask(vault, `${name}() returns (address)`), null)
  const manager = (await named('baseManager')) ?? (await named('manager'))
  if (manager === null) return 0n
  const words = Array.from({ length: 10 }, () => 'uint256').join()
  const investments = `investments(address,address) returns (${words})`
  const state = await unlessUnknown(chain.ask(manager as Address, investments, vault, chain.at('ALM_PROXY')), [0n, 0n])
  const [maxMint = 0n, maxWithdraw = 0n] = state as readonly bigint[]
  return read === 'maxMint' ? maxMint : maxWithdraw
}

/** Under way at the vaults of a fund, those known and the one its token names by now; `unit` is what is counted. */
const jtrsy = (state: string, read: string, unit: 'USDC' | 'JTRSY'): Holding => ({
  key: `JTRSY.${state}`,
  part: 'rwa',
  fund: { name: 'JTRSY', isToken: unit === 'JTRSY' },
  async amount(chain) {
    const args = read.startsWith('max') ? [chain.at('ALM_PROXY')] : [0n, chain.at('ALM_PROXY')]
    const signature = `${read}(${read.startsWith('max') ? 'address' : 'uint256,address'}) returns (uint256)`
    let sum: bigint | null = null
    let last: Unknown | null = null
    for (const vault of new Set([chain.at('JTRSY_VAULT'), chain.at('JTRSY_VAULT_V3_USDC'), await jtrsyVault(chain)])) {
      try {
        const said = await chain.big(vault, signature, ...args)
        const kept = read.startsWith('max') ? await keptByManager(chain, vault, read) : 0n
        sum = (sum ?? 0n) + (kept > said ? kept : said)
      } catch (error) {
        if (!(error instanceof Unknown)) throw error
        // what cannot be cancelled has not been
        if (read.includes('Cancel') && error.why === 'refused') sum ??= 0n
        last = error
      }
    }
    if (sum === null) throw last ?? new Unknown('absent', 'nothing there')
    return scaled(sum, await decimalsOf(chain, unit))
  },
  dollars: unit === 'USDC' ? asDollars : atNav('JTRSY'),
})

const ethereum: readonly Holding[] = [
  ...['USDC', 'USDT', 'PYUSD', 'WETH', 'USDS', 'DAI'].map((name) =>
    token(`${name}_SPTOKEN`, 'sparklend', atOracle(name)),
  ),
  token('DAI_SPTOKEN', 'sparklend', atOracle('DAI'), 'D3M_SPARK_DAI'),
  ...['CORE_USDC', 'CORE_USDT', 'CORE_USDS', 'CORE_USDE', 'PRIME_USDS'].map((name) =>
    token(`ATOKEN_${name}`, 'liquidity', asDollars),
  ),
  ...(
    [
      ['MORPHO_VAULT_DAI_1', 'DAI'],
      ['MORPHO_VAULT_USDS', 'USDS'],
      ['MORPHO_VAULT_USDC_BC', 'USDC'],
      ['MORPHO_VAULT_V2_USDT', 'USDT'],
      ['MORPHO_VAULT_V2_USDT_OLD', 'USDT'],
      ['ARKIS_VAULT', 'USDC'],
      ['SUSDE', 'USDE'],
    ] as const
  ).map(([vault, asset]) => token(vault, 'liquidity', converted(vault, asset))),
  token('FLUID_SUSDS', 'liquidity', converted('FLUID_SUSDS', 'SUSDS', susdsOnEthereum)),
  {
    key: 'SUSDE.COOLDOWN',
    part: 'liquidity',
    async amount(chain) {
      const cooldowns = 'cooldowns(address) returns (uint104,uint152)'
      const [, cooling] = (await chain.ask(chain.at('SUSDE'), cooldowns, chain.at('ALM_PROXY'))) as readonly bigint[]
      return scaled(cooling ?? 0n, await decimalsOf(chain, 'USDE'))
    },
    dollars: asDollars,
  },
  ...maple('SYRUP_USDC', 'USDC'),
  ...maple('SYRUP_USDT', 'USDT'),
  ...(
    [
      ['CURVE_SUSDSUSDT', { SUSDS: susdsOnEthereum, USDT: asDollars }],
      ['CURVE_PYUSDUSDS', { PYUSD: asDollars, USDS: asDollars }],
      ['CURVE_USDCUSDT', { USDC: asDollars, USDT: asDollars }],
      ['CURVE_PYUSDUSDC', { PYUSD: asDollars, USDC: asDollars }],
      ['CURVE_WEETHWETHNG', { WEETH: atOracle('WEETH'), WETH: atOracle('WETH') }],
    ] as const
  ).map(([pool, worths]) => token(pool, 'liquidity', curveShare(pool, worths))),
  fundToken('BUIDL', 'rwa'),
  fundToken('BUIDLI', 'rwa'),
  fundToken('USTB', 'rwa'),
  fundToken('JTRSY', 'rwa'),
  fundToken('USCC', 'liquidity'),
  jtrsy('PENDING_DEPOSIT', 'pendingDepositRequest', 'USDC'),
  jtrsy('CLAIMABLE_DEPOSIT', 'maxMint', 'JTRSY'),
  jtrsy('PENDING_REDEEM', 'pendingRedeemRequest', 'JTRSY'),
  jtrsy('CLAIMABLE_REDEEM', 'maxWithdraw', 'USDC'),
  jtrsy('CANCELLED_DEPOSIT', 'claimableCancelDepositRequest', 'USDC'),
  jtrsy('CANCELLED_REDEEM', 'claimableCancelRedeemRequest', 'JTRSY'),
  ...idleOnEthereum('ALM_PROXY'),
  ...idleOnEthereum('ALM_PROXY_FREEZABLE'),
  {
    key: 'WSTETH.PENDING_REDEEM',
    part: 'liquidity',
    async amount(chain) {
      const queue = chain.at('WSTETH_WITHDRAW_QUEUE')
      const ids = await chain.ask(queue, 'getWithdrawalRequests(address) returns (uint256[])', chain.at('ALM_PROXY'))
      const status = 'getWithdrawalStatus(uint256[]) returns ((uint256,uint256,address,uint256,bool,bool)[])'
      const open = (ids as readonly bigint[]).length === 0 ? [] : await chain.ask(queue, status, ids)
      const requests = open as readonly (readonly [bigint, bigint, Address, bigint, boolean, boolean])[]
      const unclaimed = requests.filter(([, , , , , isClaimed]) => !isClaimed)
      return scaled(
        unclaimed.reduce((sum, [steth]) => sum + steth, 0n),
        await decimalsOf(chain, 'STETH'),
      )
    },
    dollars: atOracle('WETH'),
  },
  {
    key: 'USDS_SPK_FARM',
    part: 'sky',
    amount: async (chain) =>
      scaled(
        await chain.big(chain.at('USDS_SPK_FARM'), balanceOf, chain.at('ALM_PROXY')),
        await decimalsOf(chain, 'USDS'),
      ),
    dollars: asDollars,
  },
  ...['MORPHO_TOKEN', 'SYRUP', 'SPK'].map((name) => token(name, 'liquidity', unpriced)),
  ...stables.map((name) => token(name, 'liquidity', asDollars, 'BINANCE_OTC_BUFFER')),
  token('USDS', 'sky', asDollars, 'BINANCE_OTC_BUFFER'),
  token('USDS', 'sky', asDollars, 'ALLOCATOR_BUFFER'),
  {
    key: 'BINANCE_EXCHANGE.OUTSTANDING',
    part: 'outstanding',
    async amount(chain) {
      const otcs = 'otcs(address) returns (address,uint256,uint256,uint256,uint256)'
      let owed: bigint | null = null
      for (const controller of ['ALM_CONTROLLER', 'ALM_CONTROLLER_V1_9', 'ALM_CONTROLLER_V1_8']) {
        const read = chain.ask(chain.at(controller), otcs, chain.at('BINANCE_EXCHANGE'))
        const counts = await read.catch((error: unknown) => {
          if (error instanceof Unknown && error.status === 'absent') return null
          throw error
        })
        if (counts === null) continue
        const [, , sent = 0n, , claimed = 0n] = counts as readonly bigint[]
        owed = (owed ?? 0n) + sent - claimed
      }
      if (owed === null) throw new Unknown('absent', 'nothing there')
      let left = scaled(owed, 18)
      for (const name of [...stables, 'USDS'])
        left = minus(left, await unlessUnknown(balance(name, 'BINANCE_OTC_BUFFER')(chain), zero))
      return left.over > 0n ? left : zero
    },
    dollars: asDollars,
  },
]

const psmShares: Holding = {
  key: 'PSM3',
  part: 'psm',
  amount: async (chain) =>
    scaled(await chain.big(chain.at('PSM3'), 'shares(address) returns (uint256)', chain.at('ALM_PROXY')), 18),
  dollars: async (chain, amount) =>
    scaled(await chain.big(chain.at('PSM3'), 'convertToAssetValue(uint256) returns (uint256)', rawOf(amount, 18)), 18),
}

const idleBridged = (holder = 'ALM_PROXY'): readonly Holding[] => [
  token('USDC', 'liquidity', asDollars, holder),
  token('USDS', 'sky', asDollars, holder),
  token('SUSDS', 'sky', susdsBridged, holder),
]

const layerTwo = [psmShares, ...idleBridged()]
const fluid = token('FLUID_SUSDS', 'liquidity', converted('FLUID_SUSDS', 'SUSDS', susdsBridged))
const aave = token('ATOKEN_USDC', 'liquidity', asDollars)

/** Everything the catalogue of the layer names, chain by chain. */
export const universe: Readonly<Record<ChainSlug, readonly Holding[]>> = {
  ethereum,
  gnosis: [],
  base: [
    ...layerTwo,
    token('MORPHO_VAULT_SUSDC', 'liquidity', converted('MORPHO_VAULT_SUSDC', 'USDC')),
    fluid,
    aave,
    token('MORPHO_TOKEN', 'liquidity', unpriced),
    ...idleBridged('ALM_PROXY_FREEZABLE'),
  ],
  arbitrum: [
    ...layerTwo,
    token('USDT', 'liquidity', asDollars),
    fluid,
    aave,
    ...idleBridged('ALM_PROXY_FREEZABLE'),
    token('USDT', 'liquidity', asDollars, 'ALM_PROXY_FREEZABLE'),
  ],
  optimism: layerTwo,
  unichain: layerTwo,
}
