import type { Address } from 'viem'
import type { Chain } from '../chains'
import { arbitrum } from '../chains/arbitrum'
import { type Day, events, midnight } from './calendar'
import { type Call, call } from './calls'
import { jtrsyNav } from './funds'
import { type Plan, plainPlan, plans } from './layer-two-plans'
import { perSecond } from './layer-venues'
import { openLayer, setLimits, spendLimit } from './limits'
import { along, pathNamed } from './path'
import { ssrAt, ssrChiAt } from './rates'
import type { Stage } from './stage'
import { addressBook, assign, placeTokens } from './tokens'
import { arbitrumVaults, plainVaults, stageVaultsV2 } from './vaults'

const [wad, six, ray] = [10n ** 18n, 10n ** 6n, 10n ** 27n]

const million = 1_000_000n
const savers: Address = '0x5a7e250000000000000000000000000000000002'
const others: Address = '0x07e25000000000000000000000000000000000aa'
const ssrEvents: readonly Day[] = [events.ssr475, events.ssr425, events.ssr375]

/** A new rate is bridged some days late; on other weeks the same rate's index is. */
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

/** JTRSY exists here too, and nobody holds any. Its vault's address is in no list: any serves, the token names it. */
const jtrsyVault: Address = '0x9e70e70000000000000000000000000000007540'
const openJtrsy = (stage: Stage, chain: Chain): Call[] => {
  const at = addressBook(chain)
  const tokens = placeTokens(stage, chain, ['JTRSY'], 'CentrifugeShare')
  stage.place(jtrsyVault, 'CentrifugeVault')
  return [
    ...tokens,
    call(jtrsyVault, 'open(address,address)', at('JTRSY'), at('USDC')),
    call(jtrsyVault, 'setPrice(uint256)', jtrsyNav(stage.from)),
    call(at('JTRSY'), 'setVault(address,address)', at('USDC'), jtrsyVault),
  ]
}

const stagePlan = (stage: Stage, plan: Plan): void => {
  const { chain, psm } = plan
  const at = addressBook(chain)
  const { from } = stage
  const path = pathNamed(`${chain.slug} psm`, 0.7, { stray: 0.08, calm: 0.0002 })
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
    stage.place(at(key), name)

  const ssrOn = (day: Day) =>
    call(at('SSR_AUTH_ORACLE'), 'setSUSDSData((uint96 ssr,uint120 chi,uint40 rho))', {
      ssr: ssrAt(day),
      chi: ssrChiAt(day),
      rho: midnight(day),
    })
  const psmOn = (day: Day): readonly Call[] => [
    assign(at('USDC'), pocket, along(psm.usdc, path, day)),
    assign(at('USDS'), at('PSM3'), along(psm.usds, path, day)),
    assign(at('SUSDS'), at('PSM3'), (along(psm.susds, path, day) * ray) / ssrChiAt(day)),
    call(at('PSM3'), 'setShares(address,uint256)', at('ALM_PROXY'), along((psm.shares * 97n) / 100n, path, day)),
    call(at('PSM3'), 'setShares(address,uint256)', others, along((psm.shares * 3n) / 100n, path, day)),
  ]
  const susdcOn = (day: Day) =>
    call(
      at('SUSDC'),
      'assignAssets(address,uint256)',
      savers,
      along(plan.susdc, pathNamed(`${chain.slug} susdc`, 0.6, { calm: 0.0005 }), day),
    )
  const holdingsOn = (day: Day, all = false): readonly Call[] =>
    plan.holdings.flatMap(([key, by, final, start, holder], index) =>
      all || day % 4 === index % 4
        ? call(
            at(key),
            `${by}(address,uint256)`,
            at(holder ?? 'ALM_PROXY'),
            along(final, pathNamed(`${chain.slug} ${key}`, start, { stray: 0.1, calm: 0.0005 }), day),
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
  stage.opening.push([
    ...placeTokens(stage, chain, tokens),
    ...special.flatMap((key) => placeTokens(stage, chain, [key], code[key])),
    ...placeTokens(stage, chain, ['SUSDC'], 'UsdcVaultL2'),
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
  if (jtrsy) stage.opening.push(openJtrsy(stage, chain))
  stage.daily.push((day) => [
    ...(jtrsy && day % 7 === 0 ? [call(jtrsyVault, 'setPrice(uint256)', jtrsyNav(day))] : []),
    ...(forwards(plan, day) ? [ssrOn(day)] : []),
    ...(day % 2 === 0 ? psmOn(day) : [susdcOn(day)]),
    ...holdingsOn(day),
    ...(day % 5 === 0 && plan.limits !== undefined ? spendLimit(plan.limits, at('ALM_RATE_LIMITS'), day) : []),
  ])
}

export const stageBase = (stage: Stage): void => stagePlan(stage, plans.base)

/** With the chain's own block number, which Arbitrum keeps in a contract, and its savings vault. */
export const stageArbitrum = (stage: Stage): void => {
  stagePlan(stage, plans.arbitrum)
  stage.place('0x0000000000000000000000000000000000000064', 'ArbSys')
  const at = addressBook(arbitrum)
  stageVaultsV2(stage, arbitrum, arbitrumVaults, at('SPARK_EXECUTOR'), at('ALM_PROXY_FREEZABLE'))
}

export const stageOptimism = (stage: Stage): void => stagePlan(stage, plans.optimism)
export const stageUnichain = (stage: Stage): void => stagePlan(stage, plans.unichain)

/** A chain that has no plan of its own, with whatever savings vaults its file names. */
export const stagePlain = (stage: Stage, chain: Chain): void => {
  stagePlan(stage, plainPlan(chain))
  const at = addressBook(chain)
  const vaults = plainVaults(chain)
  if (vaults.length > 0) stageVaultsV2(stage, chain, vaults, at('SPARK_EXECUTOR'), at('ALM_PROXY'))
}
