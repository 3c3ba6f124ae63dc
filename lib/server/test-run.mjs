// Runs the tests and prints one line with their count last.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runNode } from './setup.mjs'

/** `123 passed, 0 failed`, then skipped ones. A file that did not load, or a crash, counts as failed. */
export const countLine = (report, exitCode) => {
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

/** Runs vitest with these arguments, prints the count line last and returns the exit code. */
export const runTests = async (args, env) => {
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-tests-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const code = await runNode([vitest, 'run', '--config', 'tests/vitest.config.ts', ...reporters, ...args], env)
    const report = readReport(file)
    console.log(countLine(report, report === null ? 1 : code))
    return report === null ? code || 1 : code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
