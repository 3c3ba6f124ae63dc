/**
 * argv: when to start (milliseconds of the clock), then folders. Takes what it can of them in that order, says how
 * many it holds and which, and stays until it is killed, so that all it holds stays held.
 */
import { lockFolder } from '@/lib/store/lock'

const [start = '0', ...folders] = process.argv.slice(2)
// spinning, not sleeping: all racers must leave within a moment
while (Date.now() < Number(start));
const won = folders.flatMap((folder, i) => {
  try {
    lockFolder(folder)
    return [i]
  } catch {
    return []
  }
})
console.log(`won ${won.join(' ')}`)
setInterval(() => undefined, 60_000)
