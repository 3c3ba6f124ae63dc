import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { recordShifts, shiftsOf } from '../support/layout-shifts'
import { withSite } from '../support/with-site'

const site = withSite()

/** Whether this machine has a font to stand in: the width of a word tells it from the next family's. */
const hasStandIn = (page: Page) =>
  page.evaluate(() => {
    const ink = document.createElement('canvas').getContext('2d')
    const widths = ['"Inter Stand-in", ', '"Inter Stand-in Roboto", ', ''].map((families) => {
      if (ink) ink.font = `100px ${families}monospace`
      return ink?.measureText('Liquidity').width
    })
    return widths[0] !== widths[2] || widths[1] !== widths[2]
  })

/** Until what is laid out now is painted, and what moved by it is told. */
const twoFrames = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  )

/** How far a page moves when Inter comes after everything else. */
const shiftOf = async (page: Page, path: string): Promise<number> => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.woff2', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(site.url + path, { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0 && document.fonts.status === 'loading',
  )
  await twoFrames(page)
  await page.evaluate(recordShifts, false)
  release()
  await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loaded'))
  await page.evaluate(() => document.fonts.ready)
  await twoFrames(page)
  return (await shiftsOf(page)).reduce((sum, moved) => sum + moved, 0)
}

describe('until Inter has come', () => {
  it.each([
    ['/', 390],
    ['/', 1280],
    ['/savings', 390],
    ['/charts/tvl', 390],
    ['/zh-Hant', 390],
  ])('what stands in for it on %s takes the same room in a window of %i', async (path, width) => {
    const page = await site.open(null, { width })
    const moved = await shiftOf(page, path)
    if (await hasStandIn(page)) expect(moved).toBeLessThan(0.03)
    // Without one there is nothing to hold it to but that the font does come.
    else expect(moved).toBeLessThan(1)
  })
})
