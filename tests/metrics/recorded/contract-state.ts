import { type Address, getAddress } from 'viem'
import { chainBySlug, deploymentOf, tokenOf } from '@/lib/chains'
import { erc20 } from '@/lib/contracts/erc20'
import { erc4626 } from '@/lib/contracts/erc4626'
import { psm3 } from '@/lib/contracts/psm3'
import { stakedSpk } from '@/lib/contracts/staked-spk'
import { superstateOracle } from '@/lib/contracts/superstate-oracle'
import { superstateToken } from '@/lib/contracts/superstate-token'
import { susds } from '@/lib/contracts/susds'
import { apyFromPerSecondRate } from '@/lib/math/compounding'
import { fromDecimalString, rescale } from '@/lib/math/fixed'
import { RAY } from '@/lib/math/ray'
import { positionOf } from '@/lib/positions'
import { FakeChain } from '../fake-chain'
import { type FakeReserve, placeMarket } from '../lend/fake-market'
import type { Recorded } from './recorded-values'

const addressOf = (chain: Recorded['chain'], key: string): Address => {
  const found = deploymentOf(chainBySlug(chain), key as Parameters<typeof deploymentOf>[1])
  if (found === undefined) throw new Error(`There is no ${key} on ${chain}.`)
  return found.address
}

/** As the registry knows them; Circle's bridged ones it does not list. */
const decimalsOf = (chain: Recorded['chain'], key: string): number =>
  key === 'USDC' ? 6 : (tokenOf(chainBySlug(chain), key)?.decimals ?? 18)

const rawOf = (value: string, decimals: number): bigint => rescale(fromDecimalString(value), decimals).raw

const placeToken = (fake: FakeChain, token: Address, holder: Address, value: string, decimals: number) =>
  fake
    .answer(erc20, token, 'decimals', [], decimals)
    .answer(erc20, token, 'balanceOf', [holder], rawOf(value, decimals))

const placePosition = (fake: FakeChain, { chain, key, value }: Recorded): void => {
  const position = positionOf(chain, key)
  if (position === undefined) throw new Error(`The layer cannot hold ${key} on ${chain}.`)
  const { amount } = position
  const holder = addressOf(chain, position.holder)
  if (amount.kind === 'psm3-shares') fake.answer(psm3, addressOf(chain, 'PSM3'), 'shares', [holder], rawOf(value, 18))
  else if (amount.kind === 'balance')
    placeToken(fake, addressOf(chain, amount.token), holder, value, decimalsOf(chain, amount.token))
  else throw new Error(`${key} is no balance`)
}

/** The smallest factor per second that yields at least this: what is filed for a governed rate. */
const factorOf = (apy: bigint): bigint => {
  let [low, high] = [RAY, RAY + RAY / 10n ** 7n]
  while (low < high) {
    const middle = (low + high) / 2n
    if (apyFromPerSecondRate(middle) < apy) low = middle + 1n
    else high = middle
  }
  return low
}

const reserveFields: Readonly<Record<string, (value: string) => Partial<FakeReserve>>> = {
  'lend.price': (value) => ({ price: rawOf(value, 8) }),
  'lend.supply-cap': (value) => ({ supplyCap: BigInt(value) }),
  'lend.borrow-cap': (value) => ({ borrowCap: BigInt(value) }),
  'lend.ltv': (value) => ({ ltv: Number(value) }),
  'lend.liquidation-threshold': (value) => ({ threshold: Number(value) }),
  'lend.liquidation-bonus': (value) => ({ bonus: Number(value) }),
}

const pocket = getAddress('0x00000000000000000000000000000000000000aa')

/** A chain on which the contracts that a metric reads hold what was recorded. */
export const stateOf = (recorded: Recorded): FakeChain => {
  const { metric, chain, key, value, time } = recorded
  const fake = new FakeChain(chain, time)
  const reserve = reserveFields[metric]
  if (reserve !== undefined) {
    const asset = addressOf(chain, key)
    return placeMarket(fake, [{ asset, symbol: key, decimals: 18, price: 1n, ...reserve(value) }])
  }
  if (metric === 'liquidity.position') placePosition(fake, recorded)
  else if (metric === 'liquidity.psm-usdc') {
    placeToken(fake, addressOf(chain, 'USDC'), pocket, value, 6)
    fake.answer(psm3, addressOf(chain, 'PSM3'), 'pocket', [], pocket)
  } else if (metric === 'savings.apy') {
    const rate = factorOf(rawOf(value, 27))
    fake.answer(erc20, addressOf(chain, key), 'decimals', [], 18).answer(susds, addressOf(chain, key), 'ssr', [], rate)
  } else if (metric === 'savings.assets') {
    const vault = addressOf(chain, `SPARK_VAULT_V2_${key}`)
    const asset = addressOf(chain, key.slice(2))
    fake.answer(erc20, vault, 'decimals', [], 6).answer(erc20, asset, 'decimals', [], 6)
    fake.answer(erc4626, vault, 'totalAssets', [], rawOf(value, 6))
  } else if (metric === 'rwa.nav') {
    const feed = addressOf(chain, 'USCC_CHAINLINK_ORACLE')
    fake.revert(superstateToken, addressOf(chain, key), 'superstateOracle')
    fake.answer(superstateOracle, feed, 'decimals', [], 6)
    fake.answer(superstateOracle, feed, 'latestRoundData', [], [1n, rawOf(value, 6), 0n, BigInt(time), 1n])
  } else if (metric === 'spk.staked') fake.answer(stakedSpk, addressOf(chain, key), 'activeStake', [], rawOf(value, 18))
  else throw new Error(`nothing is known of what ${metric} reads`)
  return fake
}
