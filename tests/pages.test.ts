import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PageContext } from '@/app/define-page'
import { messages } from '@/lib/i18n/messages'
import { pageDefinition, pageNames, sectionOf, sections } from '@/lib/pages'
import { canonicalUrl } from '@/lib/server/canonical'

const folder = 'app/[locale]/(site)'
const routeOf = (path: string) => `${folder}${path === '/' ? '' : path}/page.tsx`
const routes = pageNames.map((name) => ({ name, ...pageDefinition(name), file: routeOf(pageDefinition(name).path) }))

/** An address of the page: `/lend/[chain]/[asset]` → `/lend/x/x`. */
const exampleOf = (path: string) => path.replaceAll(/\[[^\]]+\]/g, 'x')

describe('the manifest of pages', () => {
  it('names every route of a page, and each has its route', () => {
    const files = readdirSync('app', { encoding: 'utf8', recursive: true }).filter((file) =>
      /(^|\/)page\.tsx$/.test(file),
    )
    expect(files.map((file) => `app/${file}`).sort()).toEqual(routes.map(({ file }) => file).sort())
  })

  it.each(routes)(
    '$name: its route is made by definePage under that name, and reads no query by itself',
    ({ file, name }) => {
      const source = readFileSync(file, 'utf8')
      expect(source).toContain(`export default definePage('${name}', `)
      expect(source).not.toMatch(/searchParams|useSearchParams|next\/headers/)
    },
  )

  it.each(routes)('$name: its parameters reach it, in one order, and no other does', ({ path, params = [] }) => {
    const query = new URLSearchParams([...params].reverse().map((name) => [name, 'a.b']))
    query.set('other', '1')
    const known = new URLSearchParams([...params].sort().map((name) => [name, 'a.b']))
    const search = known.size === 0 ? '' : `?${known}`
    for (const prefix of ['', '/zh-Hant'])
      expect(canonicalUrl(`${prefix}${exampleOf(path)}?${query}`)).toMatchObject({ search })
  })

  it.each(routes)('$name: the cache keeps it as the manifest says', ({ path, cache = 'page', unbounded = false }) => {
    expect(canonicalUrl(exampleOf(path))).toMatchObject({ kind: cache, unbounded })
  })

  it('does not compile where a page reads a parameter, a segment or a history that it does not name', () => {
    const lend: Partial<PageContext<'lend'>> = { query: { sort: 'a.b' } }
    // @ts-expect-error lend has no such parameter
    expect(lend.query?.chain).toBeUndefined()
    const chart: Partial<PageContext<'chart'>> = { query: { pin: 'a' }, params: { slug: 'tvl' } }
    // @ts-expect-error frames and pictures alone are told a theme
    expect(chart.query?.theme).toBeUndefined()
    // @ts-expect-error the path of a chart names no chain
    expect(chart.params?.chain).toBeUndefined()
    const liquidity: Partial<PageContext<'liquidity'>> = {}
    // @ts-expect-error liquidity shows no history
    expect(liquidity.readFigure).toBeUndefined()
  })

  it('has a label for each page in the header, in both languages', () => {
    for (const { name } of sections)
      expect([messages.en.common.nav[name], messages['zh-Hant'].common.nav[name]]).not.toContain(undefined)
  })

  it('puts pages that are not in the header under one that is', () => {
    for (const { name, section } of routes)
      if (section !== undefined) expect([name, sectionOf(name)]).toEqual([name, section])
    expect([sectionOf('reserve'), sectionOf('number')]).toEqual(['lend', null])
  })

  it('ends with the page of all paths that no page claims, among them those of pages yet to come', () => {
    expect(pageNames.at(-1)).toBe('not-found')
    for (const path of ['/governance', '/risk', '/account', '/account/0x0000000000000000000000000000000000000001'])
      expect(canonicalUrl(`${path}?sort=a.b`)).toMatchObject({ kind: 'page', search: '', unbounded: true })
  })

  it('is shown in the README by an entry and a route as they are', () => {
    const [readme, route] = [readFileSync('README.md', 'utf8'), readFileSync(routeOf('/liquidity'), 'utf8')]
    const entry = /^ +(liquidity: \{.*\},)$/m.exec(readFileSync('lib/pages.ts', 'utf8'))?.[1]
    expect(readme).toContain(`\`\`\`ts\n${entry}\n\`\`\``)
    expect(readme).toContain(`\`\`\`tsx\n${route}\`\`\``)
  })
})
