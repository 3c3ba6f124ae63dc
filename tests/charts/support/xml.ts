/**
 * A small checker: throws where a text is no well-formed XML of one root, names an entity other than the five, or has an
 * attribute twice. Gives every element's name and attributes.
 */
export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

const ENTITY = /&(?!(amp|lt|gt|quot|apos|#\d+);)/
const TOKEN = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y

export const parseXml = (text: string): readonly Element[] => {
  const elements: Element[] = []
  const open: string[] = []
  let roots = 0
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (match === null) throw new SyntaxError(`not XML at ${at}: ${text.slice(at, at + 60)}`)
    const [, close, name = '', written = '', empty, words] = match
    if (words !== undefined) {
      if (ENTITY.test(words) || words.includes(']]>')) throw new SyntaxError(`unescaped: ${words.slice(0, 60)}`)
      if (open.length === 0 && words.trim() !== '') throw new SyntaxError('text outside the root')
      continue
    }
    if (close) {
      if (open.pop() !== name) throw new SyntaxError(`</${name}> closes nothing`)
      continue
    }
    if (open.length === 0) roots += 1
    const attributes: Record<string, string> = {}
    for (const [, key = '', value = ''] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new SyntaxError(`${key} twice on <${name}>`)
      if (ENTITY.test(value)) throw new SyntaxError(`unescaped in ${key}`)
      attributes[key] = value
    }
    elements.push({ name, attributes })
    if (!empty) open.push(name)
  }
  if (open.length > 0 || roots !== 1) throw new SyntaxError(`${roots} roots, ${open.length} left open`)
  return elements
}
