import { expect, it } from 'vitest'
import { endpoints } from '@/lib/api/endpoints'
import { canonicalUrl } from '@/lib/server/canonical'

/** An address of the endpoint: `/charts/{slug}.csv` → `/charts/x.csv`. */
const exampleOf = (path: string) => path.replaceAll(/\{[^}]+\}/g, 'x')

it.each(endpoints.filter(({ query }) => query !== undefined))(
  '$path: each query parameter of its schema reaches it, and no other does',
  ({ path, query }) => {
    const names = Object.keys(query?.shape ?? {})
    const asked = new URLSearchParams([...names, 'other'].map((name) => [name, '1']))
    const known = new URLSearchParams(names.sort().map((name) => [name, '1']))
    expect(canonicalUrl(`${exampleOf(path)}?${asked}`)).toMatchObject({ search: `?${known}` })
  },
)
