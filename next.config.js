import createNextIntlPlugin from 'next-intl/plugin'

/** Paths that are served as they stand; all others without a language are English pages under `/en`. */
const served = [
  'en(?:/|$)',
  'zh-Hant(?:/|$)',
  'api(?:/|$)',
  'embed(?:/|$)',
  'files(?:/|$)',
  '_next(?:/|$)',
  'healthz$',
  'readyz$',
  // Chart siblings, embed.js, icons, sitemap.xml, robots.txt, the manifest: a page's path never ends in a file's name.
  '.*\\.(?:svg|png|csv|json|js|ico|xml|txt|webmanifest|woff2?|jpg|webp)$',
].join('|')

/** @type {import('next').NextConfig} */
const config = {
  // lib/server compresses and tags every answer once, and keeps it.
  compress: false,
  generateEtags: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Titles and descriptions stand in the head for everyone, not only for known crawlers.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@electric-sql/pglite', 'pg', '@resvg/resvg-js'],
  agentRules: false,
  // `npm run verify` checks types and style; a start need not do so again.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () => ({
    beforeFiles: [
      { source: '/charts/:slug.:ext(svg|png|csv|json)', destination: '/files/charts/:slug/:ext' },
      {
        source: '/zh-Hant/charts/:slug.:ext(svg|png|csv|json)',
        destination: '/files/charts/:slug/:ext?locale=zh-Hant',
      },
      { source: '/', destination: '/en' },
      { source: `/:path((?!${served}).+)`, destination: '/en/:path' },
    ],
    afterFiles: [],
    fallback: [],
  }),
}

export default createNextIntlPlugin('./app/i18n.ts')(config)
