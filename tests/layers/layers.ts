// The direction of imports, in one table: `npm run verify` and the tests hold every file of app, components and lib to it.
// A name is a folder with all below it, or one file. A file belongs to the longest name that fits it.

export type Layer = {
  /** What the layer may import beside itself. */
  imports: readonly string[]
  /** What it may import with `import type` only. */
  types?: readonly string[]
}

/** Pure code that imports nothing of the project, and that every layer may import. */
export const pure: readonly string[] = ['lib/errors.ts', 'lib/format', 'lib/lru-cache.ts', 'lib/math']

export const layers: Readonly<Record<string, Layer>> = {
  // What Spark consists of
  'lib/chains': { imports: [] },
  'lib/contracts': { imports: ['lib/chains'] },
  'lib/products': { imports: ['lib/chains'] },

  // From a node to a snapshot in the store
  'lib/reader': { imports: ['lib/chains', 'lib/contracts'] },
  'lib/positions': { imports: ['lib/chains', 'lib/contracts', 'lib/products'], types: ['lib/reader'] },
  'lib/metrics': {
    imports: ['lib/chains', 'lib/contracts', 'lib/positions', 'lib/products'],
    types: ['lib/reader'],
  },
  'lib/snapshot': { imports: ['lib/chains', 'lib/metrics', 'lib/reader'] },
  'lib/store': {
    imports: ['lib/chains', 'lib/metrics/number-id.ts', 'lib/snapshot/codec.ts'],
    types: ['lib/metrics', 'lib/snapshot'],
  },
  'lib/collector': {
    imports: ['lib/chains', 'lib/events', 'lib/metrics', 'lib/reader', 'lib/snapshot', 'lib/store'],
  },

  // From a snapshot to words
  'lib/i18n': { imports: [] },
  'lib/numbers': {
    imports: ['lib/chains', 'lib/metrics/index.ts', 'lib/metrics/number-id.ts', 'lib/products'],
    types: ['lib/metrics', 'lib/snapshot'],
  },
  'lib/events': { imports: ['lib/chains', 'lib/contracts', 'lib/numbers'] },
  'lib/checks': { imports: ['lib/numbers'] },
  'lib/api': {
    imports: ['lib/chains', 'lib/charts', 'lib/checks', 'lib/events', 'lib/metrics', 'lib/numbers', 'lib/snapshot'],
    types: ['lib/collector', 'lib/store'],
  },

  // A chart: its view in a link, its definition, its state, its places, its files
  'lib/charts': {
    imports: [
      'lib/chains',
      'lib/i18n',
      'lib/metrics/number-id.ts',
      'lib/numbers',
      'lib/products',
      'lib/snapshot/freshness.ts',
    ],
    types: ['lib/metrics', 'lib/snapshot', 'lib/store'],
  },

  // The site
  'lib/pages.ts': { imports: ['lib/chains', 'lib/charts', 'lib/i18n', 'lib/pages', 'lib/products'] },
  'lib/pages': { imports: ['lib/charts/catalogue', 'lib/i18n', 'lib/numbers', 'lib/pages.ts'] },
  components: {
    imports: [
      'lib/api/problem.ts',
      'lib/chains',
      'lib/charts',
      'lib/i18n',
      'lib/metrics/index.ts',
      'lib/metrics/types.ts',
      'lib/numbers',
      'lib/pages',
      'lib/pages.ts',
      'lib/products',
      'lib/snapshot/freshness.ts',
      'lib/snapshot/proof.ts',
    ],
    types: ['lib/metrics', 'lib/snapshot'],
  },
  app: {
    imports: [
      'components',
      'lib/api',
      'lib/chains',
      'lib/charts',
      'lib/i18n',
      'lib/numbers',
      'lib/pages',
      'lib/pages.ts',
      'lib/products',
      'lib/server/app-runtime.ts',
      'lib/server/lifetimes.ts',
      'lib/server/request-context.ts',
      'lib/snapshot/freshness.ts',
      'lib/snapshot/proof.ts',
    ],
    types: ['lib/snapshot', 'lib/store'],
  },

  // The process
  'lib/env.ts': { imports: ['lib/chains'], types: ['lib/reader'] },
  'lib/devnet': { imports: ['lib/chains', 'lib/contracts'] },
  'lib/server': { imports: ['lib'] },
}

/** Steps within a layer, each with the ones that it may import: what it does not name of its own layer stays out. */
export const steps: Readonly<Record<string, Layer>> = {
  'lib/charts/words.ts': { imports: [] },
  'lib/charts/chart-error.ts': { imports: [] },
  'lib/charts/query': { imports: ['lib/charts/chart-error.ts', 'lib/charts/words.ts'], types: ['lib/charts/define'] },
  'lib/charts/define': { imports: ['lib/charts/words.ts'], types: ['lib/charts/query'] },
  'lib/charts/state': { imports: ['lib/charts/define', 'lib/charts/query', 'lib/charts/words.ts'] },
  'lib/charts/layout': {
    imports: ['lib/charts/define', 'lib/charts/query', 'lib/charts/state', 'lib/charts/words.ts'],
  },
  'lib/charts/render': {
    imports: [
      'lib/charts/chart-error.ts',
      'lib/charts/define',
      'lib/charts/layout',
      'lib/charts/query',
      'lib/charts/state',
      'lib/charts/words.ts',
    ],
    types: ['lib/charts/load'],
  },
  'lib/charts/load': {
    imports: [
      'lib/charts/catalogue',
      'lib/charts/chart-error.ts',
      'lib/charts/define',
      'lib/charts/query',
      'lib/charts/state',
    ],
  },
  'lib/charts/catalogue': { imports: ['lib/charts/define', 'lib/charts/query', 'lib/charts/words.ts'] },
}

export type PackageRule = {
  packages: readonly string[]
  /** Where they may be imported, in any form. */
  only: readonly string[]
  /** The rule is for these names of the packages alone. */
  names?: readonly string[]
}

export const packageRules: readonly PackageRule[] = [
  { packages: ['react', 'react-dom'], only: ['app', 'components'] },
  { packages: ['next'], only: ['app', 'components', 'lib/server'] },
  { packages: ['next-intl', 'use-intl'], only: ['app', 'components', 'lib/i18n'] },
  { packages: ['recharts'], only: ['components/charts/plot.tsx'] },
  { packages: ['wagmi', '@wagmi/core', '@tanstack/react-query'], only: ['components'] },
  { packages: ['drizzle-orm', 'drizzle-kit', 'pg', '@electric-sql/pglite'], only: ['lib/store'] },
  {
    packages: ['viem'],
    names: ['createClient', 'createPublicClient', 'createTestClient', 'createWalletClient'],
    only: ['lib/reader'],
  },
]
