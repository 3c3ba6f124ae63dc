// What `--help` says of the commands that take no arguments of their own.
const settings = 'Settings are variables of the environment (PORT, HOST, DATA_DIR, RPC_URL_1 …): see README.md.'

export const help = {
  demo: `npm run demo

Serves everything on the embedded six-chain network, at http://localhost:3000 unless PORT says otherwise.
${settings}`,
  live: `npm start

Serves the live networks, from public endpoints unless RPC_URL_<chain id> names others, at http://localhost:3000 unless
PORT says otherwise. ${settings}`,
  build: `npm run build

Builds the pages, unless they are built for these sources. The other commands do so by themselves.`,
  verify: `npm run verify

Format, lint, types, layers and import cycles, unused code: all that can be said of the code without running it.`,
  test: `npm test [-- vitest's arguments]

Runs the whole suite: real EVM nodes, real databases, a real browser. The last line counts.`,
  'test:unit': `npm run test:unit [-- vitest's arguments]

Runs the tests that need no build, node, database or browser.`,
  'test:node': `npm run test:node [-- vitest's arguments]

Runs the tests that need EVM nodes, databases or processes.`,
  'test:browser': `npm run test:browser [-- vitest's arguments]

Runs the tests that need a browser before the built site.`,
  bench: `npm run bench [-- rpc cpu viewers store history paint fuzz pages chart serve]

Measures requests, bytes, processor time and storage beside other libraries, here and now: all of it, or what is named.`,
}
