import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { ChartError } from '../chart-error'
import { cardSize } from './card'

const face = (folder: string, file: string): string =>
  join(process.cwd(), 'node_modules/@expo-google-fonts', folder, file)

const faces = [
  face('inter/400Regular', 'Inter_400Regular.ttf'),
  face('inter/600SemiBold', 'Inter_600SemiBold.ttf'),
  face('noto-sans-tc/400Regular', 'NotoSansTC_400Regular.ttf'),
  face('noto-sans-tc/600SemiBold', 'NotoSansTC_600SemiBold.ttf'),
]

/** Pictures made at once, and those that may wait. */
const CONCURRENT = 2
const QUEUED = 32
let running = 0
const queue: (() => void)[] = []

const inTurn = async <result>(make: () => Promise<result>): Promise<result> => {
  if (running >= CONCURRENT) {
    if (queue.length >= QUEUED) throw new ChartError('busy')
    await new Promise<void>((go) => queue.push(go))
  } else running += 1
  try {
    return await make()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}

/** A card as PNG, 1200 × 630, set with the project's own faces. @throws ChartError where too many are being made */
export const renderPng = (card: string): Promise<Buffer> =>
  inTurn(async () => {
    const picture = await renderAsync(card, {
      fitTo: { mode: 'width', value: cardSize.width },
      font: { loadSystemFonts: false, fontFiles: faces, defaultFontFamily: 'Inter' },
    })
    return picture.asPng()
  })
