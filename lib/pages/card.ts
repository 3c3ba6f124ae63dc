import type { Locale } from '../format/locale'
import { messages } from '../i18n/messages'
import { chainName, fullNameOf, titleOf } from '../numbers/name'
import type { NumberIndex, Observation } from '../numbers/number-index'
import { isKnown, shortValue } from '../numbers/value'
import { pageNames, pages } from '../pages'

/** What the card of a page says; its figure is the page's first. */
export type CardWords = {
  readonly title: string
  readonly sentence: string
  readonly figure: { readonly name: string; readonly value: string } | null
}

/** Numbers that pages of one path begin with, and whether the page's title does not name them already. */
const first: Readonly<Partial<Record<string, { readonly id: string; readonly named: boolean }>>> = {
  '/liquidity': { id: 'liquidity.part-usd:all:TOTAL', named: false },
  '/rwa': { id: 'rwa.spark-holding-usd:all:TOTAL', named: true },
}

const figureOf = (num: Observation | undefined, locale: Locale): CardWords['figure'] =>
  num && isKnown(num) ? { name: titleOf(num, locale), value: shortValue(num, locale) } : null

const fill = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

const reserveCard = (numbers: NumberIndex | null, [, , slug, key]: readonly string[], locale: Locale) => {
  const supply = numbers?.byId(`lend.supply-apy:${slug}:${key}`)
  if (!supply) return null
  const names = { asset: supply.label ?? supply.key, chain: chainName(supply.chain) ?? supply.chain }
  const { title, description } = messages[locale].lend.reserve
  return { title: fill(title, names), sentence: fill(description, names), figure: figureOf(supply, locale) }
}

const numberCard = (numbers: NumberIndex | null, id: string, locale: Locale) => {
  const num = numbers?.byId(id)
  if (!num) return null
  const title = fullNameOf(num, locale)
  return { title, sentence: fill(messages[locale].numbers.description, { title }), figure: figureOf(num, locale) }
}

/** What the card of a page says, by its path without language; null where there is no such page. */
export const cardOf = (path: string, numbers: NumberIndex | null, locale: Locale): CardWords | null => {
  const segments = path.split('/')
  if (segments[1] === 'numbers' && segments.length === 3) return numberCard(numbers, segments[2] ?? '', locale)
  if (segments[1] === 'lend' && segments.length === 4) return reserveCard(numbers, segments, locale)
  const name = pageNames.find((each) => pages[each].path === path)
  const own: unknown = name && Reflect.get(messages[locale], name)
  if (typeof own !== 'object' || own === null || !('title' in own) || !('description' in own)) return null
  const { id = '', named = true } = first[path] ?? {}
  const figure = figureOf(numbers?.byId(id), locale)
  return {
    title: String(own.title),
    sentence: String(own.description),
    figure: figure === null || named ? figure : { ...figure, name: '' },
  }
}
