// `npm run verify`: prints what the table of layers does not allow.
import { findingsOf } from './findings'
import { readImports } from './imports'

const imports = readImports()
const findings = findingsOf(imports)
for (const finding of findings) console.error(finding)
console.log(`Layers: ${imports.length} imports, ${findings.length} not allowed.`)
process.exitCode = findings.length === 0 ? 0 : 1
