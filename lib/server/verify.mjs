// `npm run verify`: everything that can be said of the code without running it. Every check runs, whatever another found.
import { log, runNode } from './setup.mjs'

const checks = [
  ['Format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.']],
  ['Types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['Layers and import cycles', ['--import', 'tsx', 'tests/layers/main.ts']],
  ['Unused code', ['node_modules/knip/bin/knip.js']],
]

/** Runs the checks one after another and answers an exit code: 0 if none found anything. */
export const verify = async () => {
  const failed = []
  for (const [name, args] of checks) {
    log(`${name}…`)
    if ((await runNode(args)) !== 0) failed.push(name)
  }
  log(failed.length === 0 ? 'Nothing found.' : `Not in order: ${failed.join(', ').toLowerCase()}.`)
  return failed.length === 0 ? 0 : 1
}
