import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'

const brotli = promisify(brotliCompress)
const unbrotli = promisify(brotliDecompress)

/** In zlib's threads, off the event loop. Quality 6 is within 5 % of the best size and ten times as fast. */
export const compress = (text: string): Promise<Buffer> =>
  brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })

export const decompress = async (body: Buffer): Promise<string> => (await unbrotli(body)).toString()
