import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An answer written down, so that another server can give the very same one. */
export type RecordedAnswer = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly tag: string
}

export const recordedFile = (folder: string, path: string, kind: 'body' | 'json' | 'plain') =>
  join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.${kind}`)

/** Asks for a path as a browser does and writes down head and body, the body as it travelled and decompressed. */
export const record = async (
  folder: string,
  origin: string,
  path: string,
): Promise<RecordedAnswer & { readonly bytes: number }> => {
  const { request } = await import('node:http')
  const { gunzipSync } = await import('node:zlib')
  const answer = await new Promise<{ headers: Record<string, string>; body: Buffer; status: number }>(
    (resolve, reject) => {
      request(`${origin}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          const headers = Object.fromEntries(
            Object.entries(response.headers).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
          )
          resolve({ headers, body: Buffer.concat(chunks), status: response.statusCode ?? 0 })
        })
      })
        .once('error', reject)
        .end()
    },
  )
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`)
  const { connection: _, 'keep-alive': __, date: ___, 'content-length': ____, ...headers } = answer.headers
  const kept = { path, headers, tag: headers.etag ?? '' }
  writeFileSync(recordedFile(folder, path, 'json'), JSON.stringify(kept))
  writeFileSync(recordedFile(folder, path, 'body'), answer.body)
  const isPacked = headers['content-encoding'] === 'gzip'
  writeFileSync(recordedFile(folder, path, 'plain'), isPacked ? gunzipSync(answer.body) : answer.body)
  return { ...kept, bytes: answer.body.length }
}
