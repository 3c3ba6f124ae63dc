import { createRequire } from 'node:module'
import { formatReserves } from '@aave/math-utils'
import { type Abi, encodeDeployData, type Hex } from 'viem'
import { ethereum } from '@/lib/chains/ethereum'
import { aaveOracle } from '@/lib/contracts/aave-oracle'
import { createNode } from './node'

type Artifact = { readonly abi: Abi; readonly bytecode: Hex }
const require = createRequire(import.meta.url)
// CommonJS at heart: asked for this way they share one copy of ethers.
const { UiPoolDataProvider } = require('@aave/contract-helpers') as typeof import('@aave/contract-helpers')
const { ethers } = require('ethers') as typeof import('ethers')
const folder = '@aave/periphery-v3/artifacts/contracts/misc'
const artifact = require(`${folder}/UiPoolDataProviderV3.sol/UiPoolDataProviderV3.json`) as Artifact

const { POOL_ADDRESSES_PROVIDER, UI_POOL_DATA_PROVIDER, AAVE_ORACLE, WETH } = ethereum.contracts

/** Sets Aave's own lens beside the market: its immutables stand in the code, so the constructor is run in an `eth_call`. */
export const placeUiPoolDataProvider = async (nodeUrl: string): Promise<void> => {
  const { send, read } = createNode(nodeUrl)
  const feed = await read(AAVE_ORACLE.address, aaveOracle.abi, 'getSourceOfAsset', [WETH.address])
  const data = encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [feed, feed] })
  await send(
    'anvil_setCode',
    UI_POOL_DATA_PROVIDER.address,
    await send('eth_call', { data, gas: '0x2faf080' }, 'latest'),
  )
}

type Humanized = Awaited<ReturnType<InstanceType<typeof UiPoolDataProvider>['getReservesHumanized']>>
export type AaveReserve = ReturnType<typeof formatAave>[number]

const lendingPoolAddressProvider = POOL_ADDRESSES_PROVIDER.address
const contextWith = (provider: InstanceType<typeof ethers.providers.StaticJsonRpcProvider>) =>
  new UiPoolDataProvider({ uiPoolDataProviderAddress: UI_POOL_DATA_PROVIDER.address, provider, chainId: 1 })

/** `getReservesHumanized` over HTTP, as an application on @aave/contract-helpers reads the market. */
export const createAaveReader = (url: string): (() => Promise<Humanized>) => {
  const helper = contextWith(new ethers.providers.StaticJsonRpcProvider(url, 1))
  return () => helper.getReservesHumanized({ lendingPoolAddressProvider })
}

/** The same from an answer kept in memory: the time it takes is all decoding. */
export const createAaveDecoder = (answer: Hex): (() => Promise<Humanized>) => {
  class RecordedAnswer extends ethers.providers.StaticJsonRpcProvider {
    override call = async () => answer
  }
  const helper = contextWith(new RecordedAnswer('http://unused.invalid', 1))
  return () => helper.getReservesHumanized({ lendingPoolAddressProvider })
}

/** @aave/math-utils over what was read, at the block's time. */
export const formatAave = ({ reservesData, baseCurrencyData }: Humanized, timestamp: number) =>
  formatReserves({
    reserves: reservesData,
    currentTimestamp: timestamp,
    marketReferenceCurrencyDecimals: baseCurrencyData.marketReferenceCurrencyDecimals,
    marketReferencePriceInUsd: baseCurrencyData.marketReferenceCurrencyPriceInUsd,
  })
