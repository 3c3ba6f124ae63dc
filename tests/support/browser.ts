import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '@/lib/server/test-tools.mjs'
import type { FixtureState } from './fixture-app-runtime'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What a page asks of its window; by default a light desktop with scripts. */
export type Look = {
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  readonly script?: boolean
}

/** Starts Chromium headless, without its calls home. @throws where there is none: `npm test` installs it. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium here; `npm test` installs it where it may.')
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  return chromium.launch({ executablePath, args })
}

export const openContext = (
  browser: Browser,
  { width = 1280, height = width < 600 ? 844 : 900, dark = false, script = true }: Look = {},
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  })

/** Rule ids and places of what axe-core finds wrong; empty where a page is well. Runs outside the page's own policy. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  const { readFileSync } = await import('node:fs')
  await page.evaluate(readFileSync(axePath, 'utf8'))
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  })
}

/** Console errors, page errors and refused requests of a page from now on. */
export const watchFaults = (page: Page): readonly string[] => {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('requestfailed', (request) => faults.push(`${request.url()} ${request.failure()?.errorText ?? ''}`))
  return faults
}

export type FixtureSite = { readonly url: string; stop(): Promise<void> }

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()))

/** Serves the built pages over the fixture snapshot in a state of it, in a process of its own. @throws where nothing has been built. */
export const startFixtureSite = async (state: FixtureState = 'whole'): Promise<FixtureSite> => {
  if (!existsSync('.next/BUILD_ID')) throw new Error('The pages are not built: run `npm run build`.')
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/fixture-site.ts', state], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const gone = ended(child)
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http')) resolve(line)
    })
    child.once('exit', (code) => reject(new Error(`The site ended with ${code} before it served.`)))
  })
  return {
    url,
    stop: async () => {
      child.stdin.end()
      await gone
    },
  }
}
