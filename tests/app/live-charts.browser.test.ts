import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { watchFaults } from '../support/browser'
import { painted } from '../support/computed-colours'
import { recordShifts, shiftsOf } from '../support/layout-shifts'
import { visible, withSite } from '../support/with-site'

const site = withSite()
const everyMode = charts.flatMap(({ slug, view }) =>
  view.modes.map((mode) => (mode === view.modes[0] ? `/charts/${slug}` : `/charts/${slug}?mode=${mode}&v=1`)),
)
const otherStates = [
  '/charts/rates?scale=log&v=1',
  '/charts/tvl?scale=share&v=1',
  '/zh-Hant/charts/spk-vesting',
  '/zh-Hant/charts/rates?mode=borrow&v=1',
]

/** Reaches for the chart, and waits for the interactive one. */
const reach = async (page: Page) => {
  const box = await page.locator('fieldset').first().boundingBox()
  if (!box) throw new Error('there is no chart to reach for')
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.4)
  await page.locator('[data-live] .recharts-surface').waitFor()
  await page.locator('[data-crosshair]').waitFor()
  return box
}

const textsOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((text) => {
      const { x, y } = text.getBoundingClientRect()
      return [text.textContent, Math.round(x), Math.round(y), getComputedStyle(text).fill] as const
    }),
  )

/**
 * Each line and surface of the picture, by its colour, and how much of it the interactive one draws in the same colour: of
 * points along the painter's path those that lie on one of recharts' to within a pixel.
 */
const agreementOf = (page: Page) =>
  page.evaluate(
    ([picture, selector]) => {
      const colourOf = (paint: string | null) => /var\(--([a-z0-9]+)\)/.exec(paint ?? '')?.[1] ?? paint ?? ''
      const paintOf = (path: Element) => {
        const fill = path.getAttribute('fill') ?? 'none'
        // a hatched surface is filled by a pattern that is named after its colour
        return fill === 'none'
          ? colourOf(path.getAttribute('stroke'))
          : (/-([a-z0-9]+)\)$/.exec(fill)?.[1] ?? colourOf(fill))
      }
      const paths = (root: Element, of: string) =>
        [...root.querySelectorAll<SVGPathElement>(of)].filter((path) => (path.getAttribute('d') ?? '').length > 12)
      const server = document.querySelector(picture)
      const live = document.querySelector('[data-live] .recharts-surface')
      if (!server || !live) return []
      const drawn = paths(live, 'path')
      // within a pixel, ends included, and between dashes too
      for (const path of drawn)
        Object.assign(path.style, { strokeWidth: '2px', strokeLinecap: 'square', strokeDasharray: 'none' })
      return paths(server, selector).map((path) => {
        const same = drawn.filter((each) => paintOf(each) === paintOf(path))
        const length = path.getTotalLength()
        const points = Array.from({ length: 101 }, (_, i) => path.getPointAtLength((length * i) / 100))
        const off = points.filter((point) => !same.some((each) => each.isPointInStroke(point)))
        return { colour: paintOf(path), off: off.length }
      })
    },
    [`[data-frame].invisible > svg`, painted] as const,
  )

describe('the interactive chart', () => {
  it.each([
    ...[...everyMode, ...otherStates].map((path) => [path, 1280] as const),
    ['/charts/tvl?scale=share&v=1', 800] as const,
    ['/charts/rates', 390] as const,
  ])(
    '%s at %d px has the picture’s ticks, words and lines, in its colours and places, and moves nothing',
    async (path, width) => {
      const page = await site.open(null, { width })
      const faults = watchFaults(page)
      await page.goto(site.url + path, { waitUntil: 'load' })
      const words = await textsOf(page, `${visible} text`)
      await page.evaluate(recordShifts, false)
      await reach(page)
      const ticks = await textsOf(page, '[data-live] .recharts-cartesian-axis-tick-value')
      expect(ticks.length).toBeGreaterThan(3)
      const drawn = await textsOf(page, '[data-live] svg text')
      for (const [text, x, y, colour] of drawn) {
        const same = words.find((word) => word[0] === text && Math.abs(word[1] - x) <= 1 && Math.abs(word[2] - y) <= 1)
        expect([text, x, y, same?.[3]]).toEqual([text, x, y, colour])
      }
      expect(drawn.length).toBe(words.length)
      const layers = await agreementOf(page)
      expect(layers.length).toBeGreaterThan(1)
      for (const layer of layers) expect(layer).toEqual({ ...layer, off: 0 })
      expect(await shiftsOf(page)).toEqual([])
      expect(faults).toEqual([])
    },
  )

  it.each(everyMode)('%s says at its crosshair what the table says', async (path) => {
    const page = await site.open(path)
    await page.locator('fieldset').first().focus()
    await page.locator('[data-live]').waitFor()
    const crosshair = page.locator('[data-crosshair]')
    const heads = (await page.locator('.chart-table thead th').allTextContents()).map((head) =>
      head.replace(/ \(.*\)$/, ''),
    )
    const rows = await page
      .locator('.chart-table tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    let compared = 0
    for (const key of ['End', 'ArrowLeft', 'PageUp', 'Home']) {
      await page.keyboard.press(key)
      await crosshair.waitFor()
      const day = (await crosshair.locator('p').first().textContent()) ?? ''
      const cells = rows.find(([at]) => at === day)
      // the table shows the newest hundred rows; the crosshair goes further back
      if (cells === undefined) continue
      const said = await crosshair
        .locator('tr')
        .evaluateAll((rows) =>
          rows.map(
            (each) =>
              [each.querySelector('th')?.textContent ?? '', each.querySelector('td')?.textContent ?? ''] as const,
          ),
        )
      for (const [names, value] of said) {
        // a total and what stands for several have no column of their own
        if (/^(Total|\d+ others?)$/.test(names)) continue
        for (const name of names.split(' = ')) {
          const thing = name.replace(/, \d+ chains$/, '')
          const columns = heads.flatMap((head, i) => (head === thing || head.startsWith(`${thing} · `) ? [i] : []))
          expect(columns, `${day} ${name}`).not.toEqual([])
          expect(
            columns.map((i) => cells[i]),
            `${day} ${name}`,
          ).toContain(value.replace(/\s(SPK|\(.*\))$/, ''))
          compared += 1
        }
      }
    }
    expect(compared).toBeGreaterThan(2)
  })

  it('says at its crosshair the blocks of the table, by keys, and Escape leaves', async () => {
    const page = await site.open('/charts/rates')
    await page.locator('fieldset').first().focus()
    await page.locator('[data-live]').waitFor()
    await page.keyboard.press('End')
    const crosshair = page.locator('[data-crosshair]')
    await crosshair.waitFor()
    const newest = await crosshair.textContent()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    const cells = await crosshair.locator('td').allTextContents()
    const day = await crosshair.locator('p').first().textContent()
    expect(await crosshair.textContent()).not.toBe(newest)
    const row = page.locator('.chart-table tbody tr', { hasText: day ?? '' }).first()
    const all = await row.locator('td').allTextContents()
    for (const cell of cells.filter((each) => !each.includes('–'))) expect(all).toContain(cell)
    const heads = await page.locator('.chart-table thead th').allTextContents()
    const blocks = await crosshair.locator('p').last().textContent()
    const read = all.filter((_, i) => heads[i + 1]?.endsWith('block'))
    expect(read.length).toBe(3)
    for (const block of read) expect(blocks).toContain(block)
    await page.keyboard.press('Escape')
    expect(await crosshair.count()).toBe(0)
  })

  it('gives way to the picture of another state', async () => {
    const page = await site.open('/charts/tvl')
    await reach(page)
    await page.getByRole('link', { name: 'share', exact: true }).first().click()
    await page.waitForURL(/scale=share/)
    await page.locator('[data-live]').waitFor({ state: 'detached' })
    expect(await page.locator(visible).evaluate((svg) => getComputedStyle(svg).visibility)).toBe('visible')
    await reach(page)
    expect(await page.locator('[data-live] .recharts-cartesian-axis-tick-value').allTextContents()).toContain(
      '100\u00a0%',
    )
  })

  it('sets days by dragging, and back gives the view before', async () => {
    const page = await site.open('/charts/tvl?mode=chain&v=1')
    const box = await reach(page)
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.3, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 })
    await page.mouse.up()
    await page.waitForURL(/from=2024-\d\d-\d\d&to=202\d-\d\d-\d\d&mode=chain/)
    await page.goBack()
    await page.waitForURL(/\?mode=chain&v=1$/)
  })
})

describe('a view', () => {
  /** A choice is on only where the page that it leads to stands: picture and choices come together. */
  const choice = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first()
  const isOn = (page: Page, name: string) => choice(page, name).and(page.locator('[aria-current=true]')).waitFor()
  const isOff = (page: Page, name: string) => choice(page, name).and(page.locator(':not([aria-current])')).waitFor()

  it('reached by clicking is restored from its address, and by back and forward', async () => {
    const page = await site.open('/charts/tvl')
    for (const name of ['by chain', '90 d', 'share', 'Base', 'Arbitrum']) {
      await choice(page, name).click()
      await isOn(page, name)
    }
    const pictureOf = (of: Page) => of.locator(visible).innerHTML()
    const [reached, address] = [await pictureOf(page), page.url()]
    expect(address).toContain('chains=base,arbitrum')
    const other = await page.context().newPage()
    await other.goto(address)
    expect(await pictureOf(other)).toBe(reached)
    await page.goBack()
    await isOff(page, 'Arbitrum')
    expect(page.url()).not.toBe(address)
    expect(await pictureOf(page)).not.toBe(reached)
    await page.goForward()
    await isOn(page, 'Arbitrum')
    expect(page.url()).toBe(address)
    expect(await pictureOf(page)).toBe(reached)
  })
})
