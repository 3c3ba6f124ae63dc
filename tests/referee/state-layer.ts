import { type Address, zeroAddress } from 'viem'
import { balance, dateOf, place, putAccrual, putJtrsyVault, putVault, putVaultsV2, type Scene } from './scene'

const balanceOf = 'balanceOf(address) returns (uint256)'
const totalSupply = 'totalSupply() returns (uint256)'

const putSavings = (scene: Scene) => {
  const { stage, random, at, tokens } = scene
  putVault(scene, 'SUSDS', 18, tokens.get('USDS') ?? 18)
  putAccrual(scene, at('SUSDS'), 'ssr')
  putVault(scene, 'SDAI', 18, tokens.get('DAI') ?? 18)
  putAccrual(scene, at('POT'), 'dsr')
  stage.set(at('POT'), 'Pie() returns (uint256)', [], random.amount(27))
  putVault(scene, 'SUSDC', 18, tokens.get('USDC') ?? 6)
  putVaultsV2(scene, [
    ['SPUSDC', 'USDC'],
    ['SPUSDT', 'USDT'],
    ['SPETH', 'WETH'],
    ['SPPYUSD', 'PYUSD'],
  ])
}

const putCurve = (scene: Scene, pool: string, coins: readonly [string, string]) => {
  const { stage, random, at, tokens } = scene
  place(scene, pool, 18)
  // Which coin comes first is the pool's to say.
  const order = random.chance(0.5) ? coins : [...coins].reverse()
  for (const [index, coin] of order.entries()) {
    stage.set(at(pool), 'coins(uint256) returns (address)', [BigInt(index)], at(coin))
    const held = random.pick([0n, random.amount((tokens.get(coin) ?? 18) + 7)])
    stage.set(at(pool), 'balances(uint256) returns (uint256)', [BigInt(index)], held)
  }
  if (random.chance(0.2)) stage.set(at(pool), totalSupply, [], 0n)
}

/** Where Maple's documentation has the queues: asked before the pool has named one. */
const queues: Readonly<Record<string, Address>> = {
  SYRUP_USDC: '0x1bc47a0Dd0FdaB96E9eF982fdf1F34DC6207cfE3',
  SYRUP_USDT: '0x86eBDf902d800F2a82038290B6DBb2A5eE29eB8C',
}

const putMaple = (scene: Scene, name: string, asset: string) => {
  const { stage, random, at, tokens } = scene
  putVault(scene, name, 6, tokens.get(asset) ?? 6, 'convertToExitAssets')
  stage.times(at(name), 'convertToAssets(uint256) returns (uint256)', 2n, 1n)
  const manager = random.address()
  // Two contracts know the queue's first version, or no question at all, where it has long been.
  const [kind, known] = [random.pick(['second', 'second', 'first', 'neither'] as const), queues[name]]
  const queue = kind === 'second' || known === undefined ? random.address() : known
  stage.set(at(name), 'manager() returns (address)', [], manager)
  stage.set(manager, 'withdrawalManager() returns (address)', [], queue)
  const proxy = [at('ALM_PROXY')]
  if (random.chance(0.5))
    stage.set(queue, 'lockedShares(address) returns (uint256)', proxy, random.pick([0n, random.amount(11)]))
  if (kind === 'second') {
    const escrowed = 'userEscrowedShares(address) returns (uint256)'
    stage.set(queue, escrowed, proxy, random.pick([0n, random.amount(12)]))
  } else if (kind === 'first') {
    const id = random.pick([0n, 7n])
    stage.set(queue, 'requestIds(address) returns (uint128)', proxy, id)
    stage.set(queue, 'requests(uint128) returns (address,uint256)', [id], at('ALM_PROXY'), random.amount(12))
  } else stage.otherwise(queue, 'totalShares() returns (uint256)', 5n)
}

const putLidoQueue = ({ stage, random, at }: Scene) => {
  const queue = at('WSTETH_WITHDRAW_QUEUE')
  const ids = Array.from({ length: random.whole(0, 3) }, (_, index) => BigInt(index * 7 + 3))
  stage.set(queue, 'getWithdrawalRequests(address) returns (uint256[])', [at('ALM_PROXY')], ids)
  const status = ids.map((id, index) => [random.amount(22), id, at('ALM_PROXY'), 5n, index === 1, index === 2])
  stage.set(
    queue,
    'getWithdrawalStatus(uint256[]) returns ((uint256,uint256,address,uint256,bool,bool)[])',
    [ids],
    status,
  )
}

const putSuperstate = (scene: Scene, name: string) => {
  const { stage, random, at } = scene
  place(scene, name, 6)
  // A fund whose token names no oracle may have a feed.
  const isFed = name === 'USCC' && random.chance(0.4)
  const oracle = isFed ? at('USCC_CHAINLINK_ORACLE') : random.address()
  const decimals = random.pick([6, 8, 18])
  const named = 'superstateOracle() returns (address)'
  if (!isFed) stage.set(at(name), named, [], oracle)
  else if (random.chance(0.5)) stage.set(at(name), named, [], zeroAddress)
  stage.set(oracle, 'decimals() returns (uint8)', [], decimals)
  const round = 'latestRoundData() returns (uint80,int256,uint256,uint256,uint80)'
  // A NAV of 0, or a stale checkpoint, is no price.
  const nav = random.pick([0n, random.amount(decimals + 2), random.amount(decimals + 2)])
  const date = dateOf(scene)
  if (random.chance(0.85)) stage.set(oracle, round, [], 5n, nav, 2n, date, 5n)
  const checkpoint = 'checkpoints(uint256) returns (uint64,uint64,uint128)'
  if (!isFed && random.chance(0.7)) stage.set(oracle, checkpoint, [5n], 1n, dateOf(scene), nav)
}

/** The one in force, and now and then one that it replaced. */
const putControllers = ({ stage, random, at }: Scene) => {
  const otc = 'otcs(address) returns (address,uint256,uint256,uint256,uint256)'
  for (const name of ['ALM_CONTROLLER', 'ALM_CONTROLLER_V1_9', 'ALM_CONTROLLER_V1_8']) {
    if (name !== 'ALM_CONTROLLER' && random.chance(0.5)) continue
    const [sent, claimed] = [random.amount(27), random.amount(26)]
    const count = [at('BINANCE_OTC_BUFFER'), 0n, sent, 9n, claimed]
    stage.set(at(name), otc, [at('BINANCE_EXCHANGE')], ...count)
  }
}

const holders = ['ALM_PROXY', 'ALM_PROXY_FREEZABLE', 'BINANCE_OTC_BUFFER', 'ALLOCATOR_BUFFER'] as const

export const putEthereum = (scene: Scene) => {
  const { stage, random, at, tokens } = scene
  for (const name of ['USDC', 'USDT', 'PYUSD', 'USDG', 'USAT']) place(scene, name, 6)
  const wads = ['USDS', 'DAI', 'USDE', 'RLUSD', 'WETH', 'WSTETH', 'WEETH', 'STETH', 'SPK', 'SYRUP', 'MORPHO_TOKEN']
  for (const name of wads) place(scene, name, 18)
  for (const name of ['GNO', 'RETH', 'WBTC', 'CBBTC', 'LBTC', 'TBTC', 'EZETH', 'RSETH']) place(scene, name, 18)
  putSavings(scene)
  for (const name of ['ATOKEN_CORE_USDC', 'ATOKEN_CORE_USDT']) place(scene, name, 6)
  for (const name of ['ATOKEN_CORE_USDS', 'ATOKEN_CORE_USDE', 'ATOKEN_PRIME_USDS']) place(scene, name, 18)
  for (const [name, asset] of [
    ['MORPHO_VAULT_DAI_1', 'DAI'],
    ['MORPHO_VAULT_USDS', 'USDS'],
    ['MORPHO_VAULT_USDC_BC', 'USDC'],
    ['MORPHO_VAULT_V2_USDT', 'USDT'],
    ['MORPHO_VAULT_V2_USDT_OLD', 'USDT'],
    ['ARKIS_VAULT', 'USDC'],
    ['FLUID_SUSDS', 'SUSDS'],
    ['SUSDE', 'USDE'],
  ] as const)
    putVault(scene, name, 18, tokens.get(asset) ?? 18)
  stage.set(
    at('SUSDE'),
    'cooldowns(address) returns (uint104,uint152)',
    [at('ALM_PROXY')],
    9n,
    random.pick([0n, random.amount(25)]),
  )
  putMaple(scene, 'SYRUP_USDC', 'USDC')
  putMaple(scene, 'SYRUP_USDT', 'USDT')
  putCurve(scene, 'CURVE_SUSDSUSDT', ['SUSDS', 'USDT'])
  putCurve(scene, 'CURVE_PYUSDUSDS', ['PYUSD', 'USDS'])
  putCurve(scene, 'CURVE_USDCUSDT', ['USDC', 'USDT'])
  putCurve(scene, 'CURVE_PYUSDUSDC', ['PYUSD', 'USDC'])
  putCurve(scene, 'CURVE_WEETHWETHNG', ['WEETH', 'WETH'])
  for (const name of ['BUIDL', 'BUIDLI', 'JTRSY']) place(scene, name, 6)
  putSuperstate(scene, 'USTB')
  putSuperstate(scene, 'USCC')
  putJtrsyVault(scene, at('JTRSY_VAULT'))
  const named = random.pick([at('JTRSY_VAULT'), at('JTRSY_VAULT_V3_USDC'), zeroAddress])
  if (named === at('JTRSY_VAULT_V3_USDC')) putJtrsyVault(scene, named)
  // An older token names no vault at all.
  if (random.chance(0.7)) stage.set(at('JTRSY'), 'vault(address) returns (address)', [at('USDC')], named)
  putLidoQueue(scene)
  stage.set(at('USDS_SPK_FARM'), balanceOf, [at('ALM_PROXY')], random.pick([0n, random.amount(25)]))
  putControllers(scene)
  for (const name of tokens.keys()) for (const holder of holders) balance(scene, name, at(holder))
  for (const holder of ['ALM_PROXY', 'ALM_PROXY_FREEZABLE'] as const)
    stage.ether(at(holder), random.pick([0n, random.amount(22)]))
}

/** spTokens of the layer and of the direct deposit module; after the market, which places the tokens. */
export const putSpTokens = ({ stage, random, at }: Scene, known: readonly string[]) => {
  for (const name of known) {
    if (!stage.has(at(name))) continue
    for (const holder of ['ALM_PROXY', 'ALM_PROXY_FREEZABLE', 'D3M_SPARK_DAI']) {
      if (random.chance(0.6)) stage.set(at(name), balanceOf, [at(holder)], random.amount(9))
    }
  }
}
