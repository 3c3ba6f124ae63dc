import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { watchFaults } from '../support/browser'
import { withSite } from '../support/with-site'

const site = withSite()

const picture = (page: Page) => page.locator('[data-frame]:visible > svg').first()
const caption = (page: Page) => page.locator('figure figcaption').first().textContent()
const rows = (page: Page) => page.locator('.chart-table tbody tr').count()

describe('a document', () => {
  it('brings its style sheet with it, and says a picture once', async () => {
    const page = await site.open(null)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const faults = watchFaults(page)
    const answer = await page.goto(`${site.url}/charts/tvl`, { waitUntil: 'networkidle' })
    const html = (await answer?.text()) ?? ''
    expect(html.match(/id="tvl-page-t"/g)).toHaveLength(1)
    expect(html).not.toContain('\\"tvl-page-t\\"')
    expect(asked.filter((path) => path.endsWith('.css'))).toEqual([])
    expect(asked.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(0)
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toMatch(/inter/i)
    expect(faults).toEqual([])
  })
})

describe('going from view to view', () => {
  it('keeps picture, sentence and table together, there and back again, whoever wrote them', async () => {
    const page = await site.open(null)
    const faults = watchFaults(page)
    await page.goto(`${site.url}/charts/tvl`, { waitUntil: 'networkidle' })
    const said = async () => [await picture(page).innerHTML(), await caption(page), await rows(page)] as const
    const first = await said()
    expect(first[2]).toBeGreaterThan(5)

    await page.locator('figure nav a', { hasText: '30' }).locator('visible=true').first().click()
    await page.waitForURL(/range=/)
    await expect.poll(async () => (await picture(page).innerHTML()) !== first[0]).toBe(true)
    const second = await said()
    expect(second[2]).toBeGreaterThan(5)

    await page.goBack()
    await expect.poll(said).toEqual(first)
    await page.goForward()
    await expect.poll(said).toEqual(second)

    await page.locator('header a[href="/"]').first().click()
    await page.waitForURL(`${site.url}/`)
    await picture(page).waitFor()
    expect(await picture(page).locator('path').count()).toBeGreaterThan(3)
    await page.goBack()
    await expect.poll(said).toEqual(second)
    expect(faults).toEqual([])
  })
})
