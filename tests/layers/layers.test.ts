import { describe, expect, it } from 'vitest'
import { findingsOf } from './findings'
import { importsOf, readImports } from './imports'

/** What is found in files of these texts. */
const findingsIn = (texts: Record<string, string>) =>
  findingsOf(
    Object.entries(texts).flatMap(([file, text]) => importsOf(file, text, (path) => Object.hasOwn(texts, path))),
  )

const remedy = 'Move the code to a layer that may, hand the value in as an argument, or change tests/layers/layers.ts.'

describe('the layers', () => {
  it('hold in every file of app, components and lib', () => {
    const imports = readImports()
    expect(imports.length).toBeGreaterThan(1000)
    expect(findingsOf(imports)).toEqual([])
  })

  it('name the line, the layer and the remedy where one is broken', () => {
    const texts = {
      'lib/math/a.ts': "// first line\nimport { b } from '../format/b'\n",
      'lib/format/b.ts': 'export const b = 1\n',
    }
    expect(findingsIn(texts)).toEqual([`lib/math/a.ts:2 imports lib/format/b.ts, which lib/math may not. ${remedy}`])
  })

  it('let types through where the table says so, and values not', () => {
    const target = { 'lib/reader/types.ts': 'export type Reader = 1\n' }
    expect(findingsIn({ ...target, 'lib/metrics/a.ts': "import type { Reader } from '@/lib/reader/types'\n" })).toEqual(
      [],
    )
    expect(findingsIn({ ...target, 'lib/metrics/a.ts': "import { Reader } from '@/lib/reader/types'\n" })).toEqual([
      'lib/metrics/a.ts:1 imports lib/reader/types.ts, which lib/metrics may not. It may with `import type`.',
    ])
  })

  it('see imports over several lines, exports from elsewhere, dynamic imports and imports for their effect', () => {
    const target = { 'app/page.tsx': 'export const page = 1\n' }
    const forms = [
      "import {\n  page,\n} from '@/app/page'\n",
      "export * from '../../app/page'\n",
      "const page = await import('@/app/page')\n",
      "import '@/app/page'\n",
    ]
    for (const form of forms)
      expect(findingsIn({ ...target, 'lib/api/a.ts': form })).toEqual([
        `lib/api/a.ts:1 imports app/page.tsx, which lib/api may not. ${remedy}`,
      ])
  })

  it('keep the steps of a chart in order', () => {
    const texts = {
      'lib/charts/state/a.ts': "import type { B } from '../layout/b'\n",
      'lib/charts/layout/b.ts': 'export type B = 1\n',
    }
    expect(findingsIn(texts)).toEqual([
      `lib/charts/state/a.ts:1 imports lib/charts/layout/b.ts, which lib/charts/state may not. ${remedy}`,
    ])
  })

  it('ask for a row in the table where a folder is new', () => {
    const texts = { 'lib/new/a.ts': "import { b } from './b'\n", 'lib/new/b.ts': '' }
    expect(findingsIn(texts)).toEqual(['lib/new/a.ts is in no layer: add its folder to tests/layers/layers.ts.'])
  })

  it('keep a package where it belongs, and single names of one', () => {
    expect(findingsIn({ 'lib/numbers/a.ts': "import { sql } from 'drizzle-orm/pg-core'\n" })).toEqual([
      'lib/numbers/a.ts:1 imports drizzle-orm, which only lib/store may: use what is exported there, or change tests/layers/layers.ts.',
    ])
    expect(findingsIn({ 'lib/numbers/a.ts': "import { createPublicClient, http } from 'viem'\n" })).toEqual([
      'lib/numbers/a.ts:1 imports createPublicClient of viem, which only lib/reader may: use what is exported there, or change tests/layers/layers.ts.',
    ])
    expect(findingsIn({ 'lib/numbers/a.ts': "import { getAddress } from 'viem'\n" })).toEqual([])
  })

  it('tell a cycle once, types included, and not the files that only lead to it', () => {
    const texts = {
      'lib/math/a.ts': "\nimport { b } from './b'\n",
      'lib/math/b.ts': "import type { A } from './a'\n",
      'lib/math/c.ts': "import { b } from './b'\n",
    }
    expect(findingsIn(texts)).toEqual([
      'lib/math/a.ts:2 → lib/math/b.ts:1 → lib/math/a.ts is an import cycle: move what both ends need to a file of its own.',
    ])
  })
})
