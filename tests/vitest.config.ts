import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A test file's name says what it needs; with neither of these words in it, it needs nothing. */
const node = 'tests/**/*.node.test.ts' // EVM nodes, databases, servers, or a process of its own
const browser = 'tests/**/*.browser.test.ts' // a browser and a built site

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // the modules are loaded once a worker, not once a file: a third of the time
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: [node, browser], isolate: false },
      },
      { extends: true, test: { name: 'node', include: [node] } },
      { extends: true, test: { name: 'browser', include: [browser] } },
    ],
  },
})
