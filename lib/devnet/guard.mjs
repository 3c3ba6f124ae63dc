// Holds the nodes as its own children and ends them when whoever started it is gone, however it went: its standard input
// closes then, even after kill -9. Plain node, one argument: what to run, as JSON.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const { binary, nodes, folder } = JSON.parse(process.argv[2] ?? '{}')
const children = nodes.map((args) => spawn(binary, args, { stdio: ['ignore', 'ignore', 'inherit'] }))

let leaving = false
const leave = () => {
  if (leaving) return
  leaving = true
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}

for (const child of children) {
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    leave()
  })
  child.on('exit', leave)
}
process.stdin.on('end', leave).on('error', leave).on('close', leave).resume()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, leave)
process.stdout.write(`${JSON.stringify(children.map(({ pid }) => pid))}\n`)
