// Runs the tests and ends with one line that says how they went.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runNode } from './setup.mjs'

/** `123 passed, 0 failed`, with what was skipped behind it. A file that did not load, or a crash, counts as failed. */
export const closingLine = (report, exitCode) => {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = report ?? {}
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const counted = numFailedTests + unloaded.length
  const failed = counted === 0 && exitCode !== 0 ? 1 : counted
  const skipped = numPendingTests + numTodoTests
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Runs vitest with these arguments; prints the closing line last and answers the exit code. */
export const runTests = async (args, env) => {
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-tests-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const code = await runNode([vitest, 'run', '--config', 'tests/vitest.config.ts', ...reporters, ...args], env)
    const report = readReport(file)
    console.log(closingLine(report, report === null ? 1 : code))
    return report === null ? code || 1 : code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
