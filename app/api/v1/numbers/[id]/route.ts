import { respond } from '@/app/api/respond'
import { proofJson } from '@/lib/api/json'
import { Problem } from '@/lib/api/problem'
import { momentOf } from '@/lib/api/query'
import { snapshotOf } from '@/lib/api/snapshots'
import { numbersOf } from '@/lib/numbers/number-index'
import { getAppRuntime } from '@/lib/server/app-runtime'
import { proofOf } from '@/lib/snapshot/proof'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const query = new URL(request.url).searchParams
  const { id } = await params
  return respond(async () => {
    const snapshot = await snapshotOf(getAppRuntime(), momentOf(query))
    const proof = proofOf(numbersOf(snapshot), decode(id))
    if (proof === null) throw new Problem('unknown-number')
    return proofJson(snapshot, proof)
  })
}

const decode = (id: string): string => {
  try {
    return decodeURIComponent(id)
  } catch {
    throw new Problem('unknown-number')
  }
}
