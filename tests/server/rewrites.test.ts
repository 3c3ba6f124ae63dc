import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import config from '@/next.config.js'

type Rewrite = { readonly source: string; readonly destination: string }
type Compile = { pathToRegexp(source: string, keys: { name: string | number }[]): RegExp }

// Next's own copy: the one that will match these patterns.
const { pathToRegexp } = createRequire(import.meta.url)('next/dist/compiled/path-to-regexp') as Compile

const rewritten = async (path: string): Promise<string> => {
  const { beforeFiles } = ((await config.rewrites?.()) ?? { beforeFiles: [] }) as { beforeFiles: readonly Rewrite[] }
  for (const { source, destination } of beforeFiles) {
    const keys: { name: string | number }[] = []
    const found = pathToRegexp(source, keys).exec(path)
    if (found === null) continue
    return keys
      .reduce((text, { name }, index) => text.replace(`:${name}`, found[index + 1] ?? ''), destination)
      .replace('*', '')
  }
  return path
}

it.each([
  ['/', '/en'],
  ['/lend', '/en/lend'],
  ['/lend/ethereum/USDC', '/en/lend/ethereum/USDC'],
  ['/numbers/lend.supply-apy:ethereum:USDC', '/en/numbers/lend.supply-apy:ethereum:USDC'],
  [
    '/numbers/liquidity.position:base:USDC.PENDING_REDEEM@X',
    '/en/numbers/liquidity.position:base:USDC.PENDING_REDEEM@X',
  ],
  ['/charts', '/en/charts'],
  ['/charts/tvl', '/en/charts/tvl'],
  ['/english', '/en/english'],
  ['/apiary', '/en/apiary'],
  ['/charts/tvl.svg', '/files/charts/tvl/svg'],
  ['/charts/tvl.json', '/files/charts/tvl/json'],
  ['/zh-Hant/charts/tvl.png', '/files/charts/tvl/png?locale=zh-Hant'],
])('%s is answered by the route %s', async (path, expected) => {
  expect(await rewritten(path)).toBe(expected)
})

it.each([
  '/en/lend',
  '/zh-Hant',
  '/zh-Hant/lend',
  '/api/v1/numbers',
  '/embed/v1/tvl',
  '/files/charts/tvl/svg',
  '/_next/static/chunks/a.js',
  '/favicon.ico',
  '/icon.svg',
  '/sitemap.xml',
  '/robots.txt',
  '/manifest.webmanifest',
])('%s is passed on unchanged', async (path) => {
  expect(await rewritten(path)).toBe(path)
})
