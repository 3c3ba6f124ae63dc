import type { Locator } from 'playwright-core'
import type { Rgb } from './contrast'

/** What a reader sees of a picture: colours as computed. */
export type ComputedColours = {
  /** What the picture stands on: the nearest ground that is not transparent. */
  readonly paper: Rgb
  /** Of lines and surfaces that show values. */
  readonly drawn: readonly Rgb[]
  /** Of words, with the first of each colour. */
  readonly words: readonly { readonly text: string; readonly colour: Rgb }[]
}

/** Series as the painter writes them: lines without fill and with round joins, surfaces in a group of an opacity. */
export const painted =
  ':is(path, use)[fill="none"][stroke-linejoin="round"]:not([stroke-width="4.5"]), g[opacity] > :is(path, use)'

export const computedColoursOf = (svg: Locator): Promise<ComputedColours> =>
  svg.evaluate((root, selector) => {
    const rgb = (text: string): [number, number, number] => {
      const [r = 0, g = 0, b = 0] = (text.match(/[\d.]+/g) ?? []).map(Number)
      return [r, g, b]
    }
    const grounds: string[] = []
    for (let at: Element | null = root; at; at = at.parentElement) {
      const ground = getComputedStyle(at).backgroundColor
      if (ground !== 'rgba(0, 0, 0, 0)') grounds.push(ground)
    }
    /** The outline itself, which the drawings of a frame share. */
    const outline = (mark: Element) =>
      mark.localName === 'use' ? document.querySelector(mark.getAttribute('href') ?? '') : mark
    const drawn = [...root.querySelectorAll(selector)].filter(
      (mark) => (outline(mark)?.getAttribute('d') ?? '').length > 20 && mark.getBoundingClientRect().width > 20,
    )
    const colourOf = (path: Element) => {
      const { fill, stroke } = getComputedStyle(path)
      // a hatched surface is told by the lines of its pattern
      const [, pattern] = /url\(["']?#([^"')]+)/.exec(fill) ?? []
      const line = pattern === undefined ? null : document.getElementById(pattern)?.querySelector('[stroke]')
      if (line) return getComputedStyle(line).stroke
      return fill === 'none' ? stroke : fill
    }
    const words = [...root.querySelectorAll('text')].filter((text) => (text.textContent ?? '').trim() !== '')
    const byColour = new Map(words.map((text) => [getComputedStyle(text).fill, text.textContent ?? '']))
    return {
      paper: rgb(grounds[0] ?? 'rgb(255, 255, 255)'),
      drawn: [...new Set(drawn.map(colourOf))].map(rgb),
      words: [...byColour].map(([colour, text]) => ({ text, colour: rgb(colour) })),
    }
  }, painted)
