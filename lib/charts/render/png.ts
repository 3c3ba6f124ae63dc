import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { Problem } from '@/lib/api/problem'
import { paintPictureSvg, pictureFrame, pictureSize } from '@/lib/charts/render/card'
import type { Locale } from '@/lib/i18n/locales'
import { getAppRuntime } from '@/lib/server/app-runtime'
import { modelOf } from '../layout/draw'
import type { Loaded } from '../load/load-chart'

const face = (folder: string, file: string): string =>
  join(process.cwd(), 'node_modules/@expo-google-fonts', folder, file)

const faces = [
  face('inter/400Regular', 'Inter_400Regular.ttf'),
  face('inter/600SemiBold', 'Inter_600SemiBold.ttf'),
  face('noto-sans-tc/400Regular', 'NotoSansTC_400Regular.ttf'),
  face('noto-sans-tc/600SemiBold', 'NotoSansTC_600SemiBold.ttf'),
]

const atOnce = 2
const inLine = 32
let running = 0
const line: (() => void)[] = []

const inTurn = async <result>(make: () => Promise<result>): Promise<result> => {
  if (running >= atOnce) {
    if (line.length >= inLine) throw new Problem('busy')
    await new Promise<void>((go) => line.push(go))
  } else running += 1
  try {
    return await make()
  } finally {
    const next = line.shift()
    if (next) next()
    else running -= 1
  }
}

const localNetwork: Readonly<Record<Locale, string>> = {
  en: 'Local network, not mainnet',
  'zh-Hant': '本機網路，非主網',
}

/** The card as PNG, 1200 × 630, set with the project's own faces. @throws Problem where too many are being made */
export const pictureOf = (loaded: Loaded, locale: Locale, theme: 'light' | 'dark'): Promise<Buffer> =>
  inTurn(async () => {
    const mark = getAppRuntime().network === 'embedded' ? { mark: localNetwork[locale] } : {}
    const svg = paintPictureSvg(modelOf(loaded, locale, pictureFrame), { theme, ...mark })
    const picture = await renderAsync(svg, {
      fitTo: { mode: 'width', value: pictureSize.width },
      font: { loadSystemFonts: false, fontFiles: faces, defaultFontFamily: 'Inter' },
    })
    return picture.asPng()
  })
