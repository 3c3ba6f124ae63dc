import { type Address, stringToHex } from 'viem'
import { type Chain, type Deployment, tokenOf } from '../chains'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'

/** A chain's addresses by the registry's names; throws where there is none of that name. */
export const addressBook =
  (chain: { readonly slug: string; readonly contracts: Readonly<Record<string, Deployment>> }) =>
  (key: string): Address => {
    const found = chain.contracts[key]
    if (!found) throw new Error(`No ${key} in the registry of ${chain.slug}`)
    return found.address
  }

/** Decimals of the few tokens whose list does not state them. */
const unstated: Readonly<Record<string, number>> = { USDC: 6, ULTRA: 6, STAC: 6, JAAA: 6 }

/** Tokens by the registry's names, under their real symbols and decimals. `code` is the contract each runs on. */
export const placeTokens = (
  setup: ChainSetup,
  chain: Chain,
  keys: readonly string[],
  code = 'Token',
): readonly Call[] => {
  const at = addressBook(chain)
  return keys.map((key) => {
    const token = tokenOf(chain, key)
    const symbol = token?.symbol ?? key
    setup.place(at(key), code)
    const decimals = token?.decimals ?? unstated[key] ?? 18
    return call(at(key), 'setUp(string,string,uint8)', token?.name ?? symbol, symbol, decimals)
  })
}

/** MKR: its name and symbol are bytes32. */
export const placeMkr = (setup: ChainSetup, address: Address): readonly Call[] => {
  setup.place(address, 'Bytes32Token')
  return [call(address, 'setUp(bytes32,bytes32)', stringToHex('Maker', { size: 32 }), stringToHex('MKR', { size: 32 }))]
}

export const assign = (token: Address, holder: Address, balance: bigint): Call =>
  call(token, 'assign(address,uint256)', holder, balance)
