import { ethereum } from '../chains/ethereum'
import { allocatorOn, setUpAllocator } from './allocator'
import { call } from './calls'
import type { ChainSetup } from './chain-setup'
import { holdingsOn, underWayOn } from './layer-holdings'
import { setUpVenues } from './layer-venues'
import { openLayer, setLimits, spendLimit } from './limits'
import { addressBook, placeTokens } from './tokens'

const at = addressBook(ethereum)
const wad = 10n ** 18n
const controller = at('ALM_CONTROLLER')
const pools = ['CURVE_SUSDSUSDT', 'CURVE_PYUSDUSDC', 'CURVE_USDCUSDT', 'CURVE_PYUSDUSDS', 'CURVE_WEETHWETHNG'] as const

const openController = () => {
  const slippage = 'setMaxSlippage(address,uint256)'
  return [
    ...openLayer({
      proxy: at('ALM_PROXY'),
      rateLimits: at('ALM_RATE_LIMITS'),
      controller,
      relayers: [at('ALM_RELAYER_MULTISIG'), at('ALM_BACKSTOP_RELAYER_MULTISIG')],
      freezer: at('ALM_FREEZER_MULTISIG'),
    }),
    call(
      controller,
      'setOtc(address,address,uint256)',
      ...[at('BINANCE_EXCHANGE'), at('BINANCE_OTC_BUFFER'), (50_000n * wad) / 86_400n],
    ),
    call(controller, slippage, at('BINANCE_EXCHANGE'), (998n * wad) / 1000n),
    ...pools.map((pool) => call(controller, slippage, at(pool), (9975n * wad) / 10_000n)),
  ]
}

/** The liquidity layer on Ethereum: proxy, limits, controller, venues, and what it holds in each. */
export const setUpLayer = (setup: ChainSetup): void => {
  const { from } = setup
  for (const [key, code] of [
    ['ALM_PROXY', 'AlmProxy'],
    ['ALM_PROXY_FREEZABLE', 'AlmProxy'],
    ['ALM_RATE_LIMITS', 'RateLimits'],
    ['ALM_CONTROLLER', 'AlmController'],
  ] as const) {
    setup.place(at(key), code)
  }
  setup.balances.push({ address: at('ALM_PROXY'), wei: 5n * wad })
  const tokens = placeTokens(setup, ethereum, ['USDE', 'USDG', 'USAT', 'RLUSD', 'MORPHO_TOKEN', 'SYRUP', 'SKY'])
  setup.initial.push([...tokens, ...setUpVenues(setup), ...setUpAllocator(setup), ...openController()])
  setup.initial.push([...setLimits('ethereum', at('ALM_RATE_LIMITS')), ...holdingsOn(from, true), ...underWayOn(from)])
  setup.daily.push((day) => [
    ...holdingsOn(day),
    ...(day % 3 === 0 ? spendLimit('ethereum', at('ALM_RATE_LIMITS'), day) : []),
    ...(day % 7 === 2 ? [...underWayOn(day), ...allocatorOn(day)] : []),
  ])
}
