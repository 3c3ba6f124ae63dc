import { type ChainAt, Unknown } from './chain'
import { atMost, compounded, exact, minus, scaled, times, zero } from './exact'
import type { Book } from './expected-numbers'
import { priceOf, supplyOf } from './referee-lend'

const ray = 10n ** 27n
const decimalsOf = 'decimals() returns (uint8)'
const oneRate = (name: string) => `${name}() returns (uint256)`

/** Product → [share token, asset], where each is deployed according to Spark's registry. */
const productsOf = (chain: ChainAt): readonly (readonly [key: string, token: string, asset: string])[] => {
  const all = [
    ['SUSDS', 'SUSDS', 'USDS'],
    ['SDAI', 'SDAI', 'DAI'],
    ['SXDAI', 'SXDAI', 'WXDAI'],
    ['SUSDC', 'SUSDC', 'USDC'],
    ['SPUSDC', 'SPARK_VAULT_V2_SPUSDC', 'USDC'],
    ['SPUSDT', 'SPARK_VAULT_V2_SPUSDT', 'USDT'],
    ['SPETH', 'SPARK_VAULT_V2_SPETH', 'WETH'],
    ['SPPYUSD', 'SPARK_VAULT_V2_SPPYUSD', 'PYUSD'],
  ] as const
  return all.filter(([, token, asset]) => chain.has(token) && chain.has(asset))
}

const rateOf = (chain: ChainAt, key: string): Promise<bigint> => {
  const isBridged = chain.slug !== 'ethereum'
  if (key === 'SDAI') return chain.big(chain.at('POT'), oneRate('dsr'))
  if (key === 'SUSDS' || key === 'SUSDC')
    return isBridged
      ? chain.big(chain.at('SSR_AUTH_ORACLE'), oneRate('getSSR'))
      : chain.big(chain.at('SUSDS'), oneRate('ssr'))
  return chain.big(chain.at(`SPARK_VAULT_V2_${key}`), oneRate('vsr'))
}

export const savingsMetrics = [
  ...['rate', 'apy', 'assets', 'shares', 'share-price', 'assets-usd'],
  ...['idle', 'idle-usd', 'outstanding', 'deposit-cap'],
].map((name) => `savings.${name}`)

const judgeProduct = async (book: Book, chain: ChainAt, key: string, token: string, asset: string) => {
  const id = (metric: string) => `savings.${metric}:${chain.slug}:${key}`
  const share = chain.at(token)
  const shareDecimals = async () => Number(await chain.big(share, decimalsOf))
  const assetDecimals = async () => Number(await chain.big(chain.at(asset), decimalsOf))
  const conversion = () => chain.big(chain.at('SSR_AUTH_ORACLE'), oneRate('getConversionRate'))
  const isPlainToken = key === 'SUSDS' && chain.slug !== 'ethereum'
  const isVaultV2 = token.startsWith('SPARK_VAULT_V2')

  await book.write(id('shares'), 'exact', async () => scaled(await chain.big(share, supplyOf), await shareDecimals()))
  await book.write(id('assets'), 'exact', async () => {
    if (!isPlainToken) return scaled(await chain.big(share, oneRate('totalAssets')), await assetDecimals())
    return scaled(((await chain.big(share, supplyOf)) * (await conversion())) / ray, await shareDecimals())
  })
  await book.write(id('share-price'), 'exact', async () => {
    const decimals = await shareDecimals()
    if (isPlainToken) return exact(await conversion(), ray)
    const converted = await chain.big(share, 'convertToAssets(uint256) returns (uint256)', 10n ** BigInt(decimals))
    return scaled(converted, await assetDecimals())
  })
  if (key !== 'SXDAI') {
    await book.write(id('rate'), 'exact', async () => {
      await shareDecimals()
      return exact(await rateOf(chain, key))
    })
  }
  await book.write(id('apy'), 'ratio', async () => {
    await shareDecimals()
    if (key === 'SXDAI') return scaled(await chain.big(chain.at('SXDAI_ADAPTER'), oneRate('vaultAPY')), 18)
    return compounded(exact(await rateOf(chain, key), ray))
  })
  await book.write(id('assets-usd'), 'usd', async () => {
    const assets = book.known(id('assets'))
    return asset === 'WETH' ? times(assets, await priceOf(chain, chain.at('WETH'))) : assets
  })
  if (!isVaultV2) return
  await book.write(id('idle'), 'exact', async () => {
    await shareDecimals()
    const idle = await chain.big(chain.at(asset), 'balanceOf(address) returns (uint256)', share)
    return scaled(idle, await assetDecimals())
  })
  await book.write(id('idle-usd'), 'usd', async () => {
    const idle = book.known(id('idle'))
    return asset === 'WETH' ? times(idle, await priceOf(chain, chain.at('WETH'))) : idle
  })
  await book.write(id('outstanding'), 'exact', async () => {
    const [owed, idle] = [book.known(id('assets')), book.known(id('idle'))]
    return atMost(owed, idle) ? zero : minus(owed, idle)
  })
  const cap = await chain.big(share, oneRate('depositCap')).catch((error: unknown) => {
    if (error instanceof Unknown) return error
    throw error
  })
  const hasAsset = await assetDecimals().then(
    () => true,
    () => false,
  )
  if (typeof cap === 'bigint' && cap > (2n ** 256n - 1n) / 10n ** 27n && hasAsset)
    book.put(id('deposit-cap'), { status: 'ok', near: 'exact', note: 'unlimited' })
  else
    await book.write(id('deposit-cap'), 'exact', async () => {
      if (cap instanceof Unknown) throw cap
      return scaled(cap, await assetDecimals())
    })
}

export const judgeSavings = async (book: Book, chain: ChainAt) => {
  await Promise.all(productsOf(chain).map(([key, token, asset]) => judgeProduct(book, chain, key, token, asset)))
}
