import { brokenLines, observe, recheckLines } from './check'
import { complaints } from './compare'
import { judge } from './referee'
import { startState } from './state'

// npx tsx tests/referee/more-seeds.ts <first> <last>: the same comparison over as many states as one has time for.

const [first = 0, last = first + 9] = process.argv.slice(2).map(Number)
let broken = 0
for (let seed = first; seed <= last; seed++) {
  const state = await startState(seed)
  try {
    const { snapshot, requests, defects } = await observe((slug) => state.nodes[slug].url, 1)
    const judgement = await judge(
      (slug) => state.nodes[slug].url,
      (slug) => snapshot.asOf[slug]?.block ?? 0n,
    )
    const found = [...complaints(snapshot, judgement), ...defects.map((error) => `defect: ${String(error)}`)]
    const lines = seed % 10 === 0 ? await brokenLines(recheckLines(snapshot, (slug) => state.nodes[slug].url)) : []
    broken += found.length + lines.length
    const spent = Object.values(requests).join(' ')
    console.log(`seed ${seed}: ${judgement.book.expected.size} numbers, ${found.length} differ; requests ${spent}`)
    for (const line of [...found, ...lines]) console.log(`  ${line}`)
  } finally {
    await state.stop()
  }
}
process.exitCode = broken === 0 ? 0 : 1
