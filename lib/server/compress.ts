import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** One body in every encoding worth having. */
export type Bodies = { readonly identity: Buffer; readonly gzip?: Buffer; readonly br?: Buffer }

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Below this a packet is a packet, compressed or not. */
const worthwhile = 1024

const textual = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json|xml|wasm)|image\/svg\+xml)/

/** Compresses once for all readers, off the main thread. `immutable` bodies are asked for longer, and get more effort. */
export const compressBody = async (identity: Buffer, contentType: string, immutable: boolean): Promise<Bodies> => {
  if (identity.length < worthwhile || !textual.test(contentType)) return { identity }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: immutable ? 9 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  const [br, zipped] = await Promise.all([
    brotli(identity, { params }),
    deflate(identity, { level: immutable ? 9 : 6 }),
  ])
  return { identity, gzip: zipped, br }
}

const accepted = (name: string) => {
  const pattern = new RegExp(`(?:^|[\\s,])${name}\\s*(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?:;|,|$)`, 'i')
  return (header: string) => pattern.test(header)
}
const acceptsBrotli = accepted('br')
const acceptsGzip = accepted('gzip')

/** The best encoding that the reader accepts. `*` is taken as identity: whoever means more says more. */
export const chooseEncoding = (accept: string | undefined, bodies: Bodies): Encoding => {
  if (accept === undefined) return 'identity'
  if (bodies.br !== undefined && acceptsBrotli(accept)) return 'br'
  return bodies.gzip !== undefined && acceptsGzip(accept) ? 'gzip' : 'identity'
}
