import type { Locale } from '../../../format/locale'

/** `web`: the page's own face, inherited; `system`: the reader's; `embedded`: the files that pictures are set with. */
export type FontMode = 'web' | 'system' | 'embedded'

const SYSTEM = "system-ui,-apple-system,'Segoe UI',Roboto,'PingFang TC','Microsoft JhengHei','Noto Sans TC',sans-serif"

/**
 * The faces to name; null: none, the page's own are inherited. A rasteriser takes the first it holds for a whole line, with
 * its weight, and looks for single glyphs elsewhere only after that: Chinese words need the Chinese face first.
 */
export const fontFamily = (mode: FontMode, locale: Locale): string | null => {
  if (mode === 'web') return null
  if (mode === 'system') return SYSTEM
  return locale === 'en' ? "Inter,'Noto Sans TC'" : "'Noto Sans TC',Inter"
}
