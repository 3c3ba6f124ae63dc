import type { Address } from 'viem'
import type { Chain } from '../chains'
import { arbitrum } from '../chains/arbitrum'
import { type Day, events, midnight } from './calendar'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'
import { jtrsyNav } from './funds'
import { type Plan, plainPlan, plans } from './layer-two-plans'
import { perSecond } from './layer-venues'
import { openLayer, setLimits, spendLimit } from './limits'
import { pathNamed, valueOn } from './path'
import { ssrAt, ssrChiAt } from './rates'
import { addressBook, assign, placeTokens } from './tokens'
import { arbitrumVaults, plainVaults } from './vault-plans'
import { setUpVaultsV2 } from './vaults'

const [wad, six, ray] = [10n ** 18n, 10n ** 6n, 10n ** 27n]

const million = 1_000_000n
const savers: Address = '0x5a7e250000000000000000000000000000000002'
const others: Address = '0x07e25000000000000000000000000000000000aa'
const ssrEvents: readonly Day[] = [events.ssr475, events.ssr425, events.ssr375]

/** A new rate is bridged some days late; in other weeks the index of the same rate is. */
const forwards = ({ lag, weekday }: Plan, day: Day): boolean => {
  if (ssrEvents.some((change) => day === change + lag)) return true
  return (day + 7) % 7 === weekday && !ssrEvents.some((change) => day >= change && day < change + lag)
}
/** The last such day before one. */
const forwardedBefore = (plan: Plan, day: Day): Day => {
  let at = day - 1
  while (at >= day - 7 && !forwards(plan, at)) at--
  return at
}

/** JTRSY exists here, too, with no holders. The address of its vault is not published, so any will do: the token names it. */
const jtrsyVault: Address = '0x9e70e70000000000000000000000000000007540'
const openJtrsy = (setup: ChainSetup, chain: Chain): Call[] => {
  const at = addressBook(chain)
  const tokens = placeTokens(setup, chain, ['JTRSY'], 'CentrifugeShare')
  setup.place(jtrsyVault, 'CentrifugeVault')
  return [
    ...tokens,
    call(jtrsyVault, 'open(address,address)', at('JTRSY'), at('USDC')),
    call(jtrsyVault, 'setPrice(uint256)', jtrsyNav(setup.from)),
    call(at('JTRSY'), 'setVault(address,address)', at('USDC'), jtrsyVault),
  ]
}

const setUpPlan = (setup: ChainSetup, plan: Plan): void => {
  const { chain, psm } = plan
  const at = addressBook(chain)
  const { from } = setup
  const path = pathNamed(`${chain.slug} psm`, 0.7, { deviation: 0.08, residual: 0.0002 })
  const code: Readonly<Record<string, string>> = {
    MORPHO_VAULT_SUSDC: 'MetaMorpho',
    FLUID_SUSDS: 'YieldVault',
    ATOKEN_USDC: 'LendingToken',
  }
  const tokens = Object.keys(chain.contracts).filter((key) =>
    ['USDC', 'USDS', 'SUSDS', 'USDT', 'USDG', 'MORPHO_TOKEN', 'WETH', 'CBBTC', 'SKY', 'BUIDL'].includes(key),
  )
  const jtrsy = 'JTRSY' in chain.contracts
  const special = Object.keys(code).filter((key) => key in chain.contracts)
  const pocket = 'pocket' in plan && plan.pocket ? plan.pocket : at('PSM3')
  for (const [key, name] of [
    ['MULTICALL3', 'Multicall3'],
    ['PSM3', 'Psm3'],
    ['SSR_AUTH_ORACLE', 'SsrAuthOracle'],
    ['SSR_BALANCER_RATE_PROVIDER', 'SsrRateAdapter'],
    ['SSR_CHAINLINK_RATE_PROVIDER', 'SsrRateAdapter'],
    ['ALM_PROXY', 'AlmProxy'],
    ['ALM_RATE_LIMITS', 'RateLimits'],
    ['ALM_CONTROLLER', 'AlmController'],
  ] as const)
    setup.place(at(key), name)

  const ssrOn = (day: Day) =>
    call(at('SSR_AUTH_ORACLE'), 'setSUSDSData((uint96 ssr,uint120 chi,uint40 rho))', {
      ssr: ssrAt(day),
      chi: ssrChiAt(day),
      rho: midnight(day),
    })
  const psmOn = (day: Day): readonly Call[] => [
    assign(at('USDC'), pocket, valueOn(psm.usdc, path, day)),
    assign(at('USDS'), at('PSM3'), valueOn(psm.usds, path, day)),
    assign(at('SUSDS'), at('PSM3'), (valueOn(psm.susds, path, day) * ray) / ssrChiAt(day)),
    call(at('PSM3'), 'setShares(address,uint256)', at('ALM_PROXY'), valueOn((psm.shares * 97n) / 100n, path, day)),
    call(at('PSM3'), 'setShares(address,uint256)', others, valueOn((psm.shares * 3n) / 100n, path, day)),
  ]
  const susdcOn = (day: Day) =>
    call(
      at('SUSDC'),
      'assignAssets(address,uint256)',
      savers,
      valueOn(plan.susdc, pathNamed(`${chain.slug} susdc`, 0.6, { residual: 0.0005 }), day),
    )
  const holdingsOn = (day: Day, all = false): readonly Call[] =>
    plan.holdings.flatMap(([key, by, final, start, holder], index) =>
      all || day % 4 === index % 4
        ? call(
            at(key),
            `${by}(address,uint256)`,
            at(holder ?? 'ALM_PROXY'),
            valueOn(final, pathNamed(`${chain.slug} ${key}`, start, { deviation: 0.1, residual: 0.0005 }), day),
          )
        : [],
    )
  const circulation = [
    assign(at('USDS'), savers, 60n * million * wad),
    assign(at('SUSDS'), savers, 45n * million * wad),
    assign(at('USDC'), savers, 900n * million * six),
  ]
  const opened = special.map((key) =>
    key === 'FLUID_SUSDS'
      ? call(at(key), 'open(address,uint256,uint256,uint256)', at('SUSDS'), perSecond(60n), ray, BigInt(midnight(from)))
      : key === 'ATOKEN_USDC'
        ? call(
            at(key),
            'open(address,uint256,uint256,uint256)',
            at('USDC'),
            perSecond(400n),
            ray,
            BigInt(midnight(from)),
          )
        : call(
            at(key),
            'open(address,uint256,uint256,uint256)',
            at('USDC'),
            perSecond(510n),
            ray / 10n ** 12n,
            BigInt(midnight(from)),
          ),
  )
  setup.initial.push([
    ...placeTokens(setup, chain, tokens),
    ...special.flatMap((key) => placeTokens(setup, chain, [key], code[key])),
    ...placeTokens(setup, chain, ['SUSDC'], 'UsdcVaultL2'),
    ssrOn(forwardedBefore(plan, from)),
    call(at('SSR_BALANCER_RATE_PROVIDER'), 'setUp(address)', at('SSR_AUTH_ORACLE')),
    call(at('SSR_CHAINLINK_RATE_PROVIDER'), 'setUp(address)', at('SSR_AUTH_ORACLE')),
    call(
      at('PSM3'),
      'open(address,address,address,address,address,address)',
      at('USDC'),
      at('USDS'),
      at('SUSDS'),
      at('SSR_AUTH_ORACLE'),
      pocket,
      at('SPARK_EXECUTOR'),
    ),
    call(at('SUSDC'), 'open(address,address,address)', at('USDC'), at('SUSDS'), at('PSM3')),
    call(at('SUSDC'), 'setRateProvider(address)', at('SSR_AUTH_ORACLE')),
    ...openLayer({
      proxy: at('ALM_PROXY'),
      rateLimits: at('ALM_RATE_LIMITS'),
      controller: at('ALM_CONTROLLER'),
      relayers: [at('ALM_RELAYER_MULTISIG'), at('ALM_BACKSTOP_RELAYER_MULTISIG')],
      freezer: at('ALM_FREEZER_MULTISIG'),
    }),
    ...(plan.limits === undefined ? [] : setLimits(plan.limits, at('ALM_RATE_LIMITS'))),
    ...opened,
    ...circulation,
    ...special.map((key) =>
      key === 'ATOKEN_USDC'
        ? assign(at(key), others, 300n * million * six)
        : call(
            at(key),
            'assignAssets(address,uint256)',
            others,
            key === 'FLUID_SUSDS' ? 20n * million * wad : 250n * million * six,
          ),
    ),
    ...psmOn(from),
    susdcOn(from),
    ...holdingsOn(from, true),
  ])
  if (jtrsy) setup.initial.push(openJtrsy(setup, chain))
  setup.daily.push((day) => [
    ...(jtrsy && day % 7 === 0 ? [call(jtrsyVault, 'setPrice(uint256)', jtrsyNav(day))] : []),
    ...(forwards(plan, day) ? [ssrOn(day)] : []),
    ...(day % 2 === 0 ? psmOn(day) : [susdcOn(day)]),
    ...holdingsOn(day),
    ...(day % 5 === 0 && plan.limits !== undefined ? spendLimit(plan.limits, at('ALM_RATE_LIMITS'), day) : []),
  ])
}

export const setUpBase = (setup: ChainSetup): void => setUpPlan(setup, plans.base)

/** With the chain's own block number, which Arbitrum keeps in a contract, and its savings vault. */
export const setUpArbitrum = (setup: ChainSetup): void => {
  setUpPlan(setup, plans.arbitrum)
  setup.place('0x0000000000000000000000000000000000000064', 'ArbSys')
  const at = addressBook(arbitrum)
  setUpVaultsV2(setup, arbitrum, arbitrumVaults, at('SPARK_EXECUTOR'), at('ALM_PROXY_FREEZABLE'))
}

export const setUpOptimism = (setup: ChainSetup): void => setUpPlan(setup, plans.optimism)
export const setUpUnichain = (setup: ChainSetup): void => setUpPlan(setup, plans.unichain)

/** A chain that has no plan of its own, with whatever savings vaults its file names. */
export const setUpPlain = (setup: ChainSetup, chain: Chain): void => {
  setUpPlan(setup, plainPlan(chain))
  const at = addressBook(chain)
  const vaults = plainVaults(chain)
  if (vaults.length > 0) setUpVaultsV2(setup, chain, vaults, at('SPARK_EXECUTOR'), at('ALM_PROXY'))
}
