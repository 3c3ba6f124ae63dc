import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const code = readFileSync('public/embed.js', 'utf8')
const site = 'https://spark.example'
const script = `${site}/embed.js`

type Message = { readonly origin: string; readonly source: unknown; readonly data: unknown }

const frameOf = (src: string, attributes: readonly string[] = []) => {
  const asked: unknown[] = []
  let height = ''
  return {
    src,
    asked,
    contentWindow: { postMessage: (data: unknown) => asked.push(data) },
    hasAttribute: (name: string) => attributes.includes(name),
    style: { setProperty: (_: string, value: string) => (height = value) },
    get height() {
      return height
    },
  }
}

/** A publisher's page as far as the script looks at it. */
const openPage = (frames: ReturnType<typeof frameOf>[]) => {
  const listeners: Record<string, ((message: Message) => void)[]> = {}
  const scripts: { src: string }[] = []
  const window: Record<string, unknown> = {}
  const run = (currentScript: { src: string } | null) => {
    const document = { currentScript, scripts, querySelectorAll: () => frames }
    const addEventListener = (name: string, listen: (message: Message) => void) => {
      listeners[name] = [...(listeners[name] ?? []), listen]
    }
    runInNewContext(code, { window, document, addEventListener, location: { href: 'https://news.example/' }, URL })
  }
  return {
    listeners,
    addClassic: (src = script) => {
      scripts.push({ src })
      run({ src })
    },
    addModule: (src = script) => {
      scripts.push({ src })
      run(null)
    },
    addBundled: () => run(null),
    say: (frame: ReturnType<typeof frameOf>, height: unknown, origin = site) => {
      const data = { type: 'sparkscope:height', id: 'tvl', height }
      for (const listen of listeners.message ?? []) listen({ origin, source: frame.contentWindow, data })
    },
  }
}

const ways = ['addClassic', 'addModule', 'addBundled'] as const

describe('the script of pages with frames', () => {
  it.each(ways)('gives a frame the height it asks for, loaded by %s', (way) => {
    const frame = frameOf(`${site}/embed/v1/tvl`)
    const page = openPage([frame])
    page[way]()
    expect(frame.asked).toHaveLength(1)
    page.say(frame, 420.4)
    expect(frame.height).toBe('420px')
  })

  it('knows frames that are added later or lazy, and listens once however often it is loaded', () => {
    const frames: ReturnType<typeof frameOf>[] = []
    const page = openPage(frames)
    page.addModule()
    page.addClassic()
    page.addClassic(`${script}?v=2`)
    expect(page.listeners.message).toHaveLength(1)
    const late = frameOf(`${site}/embed/v1/rates`)
    frames.push(late)
    page.say(late, 300)
    expect(late.height).toBe('300px')
  })

  it('believes a sandboxed frame, which has no origin, about itself alone', () => {
    const [sandboxed, plain] = [frameOf(`${site}/embed/v1/tvl`, ['sandbox']), frameOf(`${site}/embed/v1/tvl`)]
    const page = openPage([sandboxed, plain])
    page.addClassic()
    page.say(sandboxed, 300, 'null')
    page.say(plain, 300, 'null')
    expect([sandboxed.height, plain.height]).toEqual(['300px', ''])
  })

  it('believes nobody else, and no height beyond reason', () => {
    const [ours, other] = [frameOf(`${site}/embed/v1/tvl`), frameOf('https://other.example/embed/v1/x')]
    const page = openPage([ours, other])
    page.addClassic()
    page.say(other, 300, 'https://other.example')
    page.say(ours, 300, 'https://other.example')
    page.say(ours, 'tall')
    expect([ours.height, other.height, other.asked]).toEqual(['', '', []])
    page.say(ours, 1e9)
    expect(ours.height).toBe('4000px')
    page.say(ours, -5)
    expect(ours.height).toBe('100px')
  })

  it('lets frames without an address stand', () => {
    const page = openPage([frameOf(''), frameOf('about:blank')])
    page.addClassic()
    expect(page.listeners.message).toHaveLength(1)
  })
})
