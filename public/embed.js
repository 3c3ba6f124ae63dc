/*
 * Gives Sparkscope's frames the height they ask for. Optional: frames fit any height by themselves.
 * <script async src="https://…/embed.js"></script>, once or more, anywhere in a page, by any way of loading a script.
 * A frame says {type: 'sparkscope:height', id, height}; it is believed only from an origin that this script was loaded
 * from, only about itself, and only between 100 and 4000 px.
 */
;(() => {
  // A module has no `currentScript`: then all scripts of this name are looked at. Where a bundler took even the name, each
  // frame is believed from the origin of its own address.
  const own = document.currentScript ? [document.currentScript.src] : Array.from(document.scripts, ({ src }) => src)
  const isFirst = window.sparkscopeOrigins === undefined
  window.sparkscopeOrigins ??= new Set()
  const known = window.sparkscopeOrigins
  for (const src of own) if (/\/embed\.js([?#]|$)/.test(src)) known.add(new URL(src, location.href).origin)

  /** The origin of a frame of ours; null where it is none of ours, or its address is held back for now. */
  const originOf = ({ src }) => {
    if (!URL.canParse(src)) return null
    const { origin, pathname } = new URL(src)
    return pathname.startsWith('/embed/') && (known.size === 0 || known.has(origin)) ? origin : null
  }
  const isBelieved = (frame, from) => {
    if (known.has(from)) return true
    const origin = originOf(frame)
    // a sandbox takes a frame's origin from it
    return origin !== null && (from === origin || (from === 'null' && frame.hasAttribute('sandbox')))
  }
  const frames = () => Array.from(document.querySelectorAll('iframe'))
  const ask = () => {
    // it carries nothing; a frame still empty is of the page's own origin, and speaks up once it is not
    for (const frame of frames()) if (originOf(frame)) frame.contentWindow?.postMessage({ type: 'sparkscope:ask' }, '*')
  }
  if (isFirst) {
    // frames that come later, or are lazy, say their height themselves as soon as they are there
    addEventListener('message', ({ origin, source, data }) => {
      if (data === null || typeof data !== 'object' || data.type !== 'sparkscope:height') return
      const height = Number(data.height)
      if (!Number.isFinite(height)) return
      const frame = frames().find(({ contentWindow }) => contentWindow === source)
      if (frame === undefined || !isBelieved(frame, origin)) return
      // a page's own rule for all frames would stand against it
      frame.style.setProperty('height', `${Math.min(4000, Math.max(100, Math.round(height)))}px`, 'important')
    })
    addEventListener('DOMContentLoaded', ask)
  }
  ask()
})()
