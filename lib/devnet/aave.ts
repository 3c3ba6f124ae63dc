import { createRequire } from 'node:module'
import { type Abi, type Address, encodeDeployData, type Hex } from 'viem'

/** What npm's @aave/core-v3 holds of a contract. */
type Artifact = {
  readonly abi: Abi
  readonly bytecode: Hex
  readonly deployedBytecode: Hex
  readonly linkReferences: Links
  readonly deployedLinkReferences: Links
}
type Links = Record<string, Record<string, readonly { readonly start: number; readonly length: number }[]>>

/** Where each logic library stands on a chain. */
export type Libraries = Readonly<Record<string, Address>>

const paths = {
  Pool: 'protocol/pool/Pool',
  PoolConfigurator: 'protocol/pool/PoolConfigurator',
  PoolAddressesProvider: 'protocol/configuration/PoolAddressesProvider',
  ACLManager: 'protocol/configuration/ACLManager',
  AaveOracle: 'misc/AaveOracle',
  AaveProtocolDataProvider: 'misc/AaveProtocolDataProvider',
  AToken: 'protocol/tokenization/AToken',
  VariableDebtToken: 'protocol/tokenization/VariableDebtToken',
  StableDebtToken: 'protocol/tokenization/StableDebtToken',
  DefaultReserveInterestRateStrategy: 'protocol/pool/DefaultReserveInterestRateStrategy',
  InitializableImmutableAdminUpgradeabilityProxy:
    'protocol/libraries/aave-upgradeability/InitializableImmutableAdminUpgradeabilityProxy',
  SupplyLogic: 'protocol/libraries/logic/SupplyLogic',
  BorrowLogic: 'protocol/libraries/logic/BorrowLogic',
  LiquidationLogic: 'protocol/libraries/logic/LiquidationLogic',
  EModeLogic: 'protocol/libraries/logic/EModeLogic',
  BridgeLogic: 'protocol/libraries/logic/BridgeLogic',
  PoolLogic: 'protocol/libraries/logic/PoolLogic',
  FlashLoanLogic: 'protocol/libraries/logic/FlashLoanLogic',
  ConfiguratorLogic: 'protocol/libraries/logic/ConfiguratorLogic',
} as const

export type AaveContract = keyof typeof paths

const load = (name: AaveContract): Artifact => {
  const require = createRequire(import.meta.url)
  return require(`@aave/core-v3/artifacts/contracts/${paths[name]}.sol/${name}.json`) as Artifact
}

const link = (code: Hex, links: Links, libraries: Libraries): Hex => {
  let linked = code.slice(2)
  for (const file of Object.values(links)) {
    for (const [name, places] of Object.entries(file)) {
      const address = libraries[name]
      if (!address) throw new Error(`No address for the library ${name}`)
      for (const { start, length } of places) {
        linked = linked.slice(0, start * 2) + address.slice(2).toLowerCase() + linked.slice((start + length) * 2)
      }
    }
  }
  return `0x${linked}`
}

/** Aave's own code as it runs; only for what has no immutables. */
export const aaveDeployed = (name: AaveContract, libraries: Libraries = {}): { deployed: Hex } => {
  const { deployedBytecode, deployedLinkReferences } = load(name)
  return { deployed: link(deployedBytecode, deployedLinkReferences, libraries) }
}

/** Aave's own code with its constructor's arguments. */
export const aaveCreation = (
  name: AaveContract,
  libraries: Libraries,
  ...args: readonly unknown[]
): { creation: Hex } => {
  const { abi, bytecode, linkReferences } = load(name)
  return { creation: encodeDeployData({ abi, bytecode: link(bytecode, linkReferences, libraries), args }) }
}
