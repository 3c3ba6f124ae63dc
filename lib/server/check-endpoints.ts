import process from 'node:process'
import { parseArgs } from 'node:util'
import { type Chain, type ChainSlug, chainBySlug, chainSlugs, isChainSlug } from '../chains'
import { EnvError, env } from '../env'
import { checkEndpoint } from '../reader/check-endpoint'
import { type Checked, checkedLine, isUsable, nameOf } from './check-endpoints-text'
import { describeFailure } from './redact'

/** `npm run check-endpoints`: which URLs answer today, and what they allow. */
const usage = `npm run check-endpoints [-- ethereum base …]

Asks every URL that would be read, the public ones or those of RPC_URL_<chain id>, for all chains or those named
(${chainSlugs.join(', ')}):
its chain, the age of its newest block, the largest batch of 3, 10 or 50 requests that it takes, whether it holds the
state of a year ago, and how fast it is. It ends with 0 where each chain has a URL that can be used, else with 1.`

const timeoutMs = 5_000

const parse = (): readonly ChainSlug[] | 'help' | null => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return 'help'
    const named = positionals.filter(isChainSlug)
    if (named.length < positionals.length) return null
    return named.length === 0 ? chainSlugs : named
  } catch {
    return null
  }
}

const clock = () => Math.floor(Date.now() / 1000)

const checkChain = (chain: Chain, urls: readonly string[]): Promise<readonly Checked[]> =>
  Promise.all(
    urls.map(async (url, index) => ({
      name: nameOf(chain, url, index),
      url,
      check: await checkEndpoint(chain, url, timeoutMs, clock()),
    })),
  )

const run = async (): Promise<number> => {
  const slugs = parse()
  if (slugs === 'help') {
    console.log(usage)
    return 0
  }
  if (slugs === null) {
    console.error(`It takes names of chains and --help, and nothing else.\n\n${usage}`)
    return 2
  }
  const { rpcUrls } = env()
  const asked = slugs.map((slug) => ({
    chain: chainBySlug(slug),
    checked: checkChain(chainBySlug(slug), rpcUrls[slug]),
  }))
  let [usable, total] = [0, 0]
  const without: string[] = []
  for (const { chain, checked } of asked) {
    const all = await checked
    const width = Math.max(...all.map(({ name }) => name.length))
    const good = all.filter((each) => isUsable(each, clock())).length
    console.log(`${chain.name} (chain ${chain.id})`)
    for (const each of all) console.log(checkedLine(chain, each, width, clock()))
    usable += good
    total += all.length
    if (good === 0) without.push(chain.name)
  }
  console.log(`${usable} of ${total} can be used.`)
  if (usable === 0) console.error('If other addresses cannot be reached from here either, this machine has no network.')
  else if (without.length > 0) console.error(`There is none for ${without.join(', ')}.`)
  return without.length === 0 ? 0 : 1
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof EnvError ? error.message : describeFailure(error))
  return 1
})
