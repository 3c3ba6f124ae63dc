import type { Colour } from '../../products/colours'

/** Colours by name. A line's colour is the same everywhere; `c1` … `c8` are the quieter set of reserves, venues and chains. */
export const colours = {
  ember: { light: '#c8400b', dark: '#ff7a3d' },
  lend: { light: '#1f6fb5', dark: '#5aa2e6' },
  savings: { light: '#12855f', dark: '#3fbf93' },
  liquidity: { light: '#b87300', dark: '#f0b23e' },
  rwa: { light: '#7a55c7', dark: '#a98bea' },
  spk: { light: '#c2396b', dark: '#ec6f9b' },
  c1: { light: '#3d6b9e', dark: '#8db4e0' },
  c2: { light: '#2a8a8c', dark: '#68c4c2' },
  c3: { light: '#a67c1e', dark: '#d9b65c' },
  c4: { light: '#8d4f86', dark: '#d39bcb' },
  c5: { light: '#65782a', dark: '#b3c56a' },
  c6: { light: '#b0533c', dark: '#eb9a83' },
  c7: { light: '#46508f', dark: '#a3acee' },
  c8: { light: '#7d5a43', dark: '#cda98f' },
  quiet: { light: '#8b919c', dark: '#6f7888' },
} as const satisfies Readonly<Record<Exclude<Colour, 'ink'>, { readonly light: string; readonly dark: string }>>

/** Words in a colour must be darker than its line where the line alone is too light to read (contrast below 4.5). */
const textColours: Partial<Record<Colour, { readonly light: string; readonly dark: string }>> = {
  liquidity: { light: '#955900', dark: '#f0b23e' },
  c2: { light: '#1f7577', dark: '#68c4c2' },
  c3: { light: '#876312', dark: '#d9b65c' },
  quiet: { light: '#5b6270', dark: '#a3acba' },
}

/** What a chart stands on and is written with. */
export const surfaces = {
  card: { light: '#ffffff', dark: '#171a20' },
  ink: { light: '#16181d', dark: '#eef0f4' },
  muted: { light: '#5b6270', dark: '#a3acba' },
  rule: { light: '#e4e1da', dark: '#2a303a' },
  edge: { light: '#8b919c', dark: '#6f7888' },
} as const

export type Surface = keyof typeof surfaces
export type Tone = Colour | Surface
/** `auto`: the page's own variables, which follow its theme. */
export type PaintTheme = 'light' | 'dark' | 'auto'

const tones: Record<Tone, { readonly light: string; readonly dark: string }> = { ...colours, ...surfaces }

/** A tone as a presentation attribute's value. */
export const paintOf = (tone: Tone, theme: PaintTheme): string =>
  theme === 'auto' ? `var(--${tone})` : tones[tone][theme]

/** The tone of words about a series. */
export const textPaintOf = (colour: Colour, theme: PaintTheme): string => {
  const own = textColours[colour]
  if (own === undefined) return paintOf(colour, theme)
  return theme === 'auto' ? `var(--${colour}-text)` : own[theme]
}

const entries: readonly (readonly [string, { readonly light: string; readonly dark: string }])[] = [
  ...Object.entries(tones),
  ...Object.entries(textColours).map(([name, pair]) => [`${name}-text`, pair] as const),
]

/** Each variable that an `auto` chart uses, as declarations for one theme: `--lend:#1f6fb5;…`. */
const chartVariables = (theme: 'light' | 'dark'): string =>
  entries.map(([name, pair]) => `--${name}:${pair[theme]}`).join(';')

/** For a document of its own (an embed, an .svg): the reader's theme decides, unless `theme` does. */
export const chartStyle = (theme: PaintTheme): string =>
  theme === 'auto'
    ? `:root{${chartVariables('light')}}@media(prefers-color-scheme:dark){:root{${chartVariables('dark')}}}`
    : `:root{${chartVariables(theme)}}`

/** The faces of such a document's text: those of the reader's machine, for it fetches none. */
export const documentFaces =
  "Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang TC','Microsoft JhengHei','Noto Sans TC',sans-serif"
