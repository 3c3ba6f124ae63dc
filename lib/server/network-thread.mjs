// First file of the network's thread, where TypeScript is not understood yet.
import { register } from 'tsx/esm/api'

register()
await import('./network-worker.ts')
