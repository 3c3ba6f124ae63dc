/** Points to SVG path data in tenths of a pixel, relative, so that a point costs few bytes and errors never add up. */

const tenths = (n: number): number => Math.round(n * 10)

/** A number of tenths, as short as SVG reads it: `.5`, `-3`, `12.4`. */
const short = (n: number): string => {
  const size = Math.abs(n)
  const rest = size % 10
  const whole = (size - rest) / 10
  const text = rest === 0 ? String(whole) : whole === 0 ? `.${rest}` : `${whole}.${rest}`
  return n < 0 ? `-${text}` : text
}

/** Without a pattern: it is asked of every point. */
const endsInFraction = (text: string): boolean => {
  let at = text.length - 1
  while (text.charAt(at) >= '0' && text.charAt(at) <= '9') at -= 1
  return text.charAt(at) === '.'
}

/** Whether a number needs no space after another: a minus or, after a fraction, a point separates them by itself. */
const isApart = (a: string, b: string): boolean => b.startsWith('-') || (b.startsWith('.') && endsInFraction(a))

const pair = (a: string, b: string): string => (isApart(a, b) ? a + b : `${a} ${b}`)

export type Shape = 'line' | 'step'

/** From the pen's place along a run; a step goes across first, then up. Points in a row of one height are one stroke. */
const along = (run: readonly number[], shape: Shape, from: number): string => {
  let [x, y] = [tenths(run[2 * from - 2] ?? 0), tenths(run[2 * from - 1] ?? 0)]
  let across = 0
  let command = ''
  const parts: string[] = []
  const flush = () => {
    if (across !== 0) parts.push(`h${short(across)}`)
    if (across !== 0) command = 'h'
    across = 0
  }
  for (let i = from; i < run.length / 2; i++) {
    const [dx, dy] = [tenths(run[2 * i] ?? 0) - x, tenths(run[2 * i + 1] ?? 0) - y]
    x += dx
    y += dy
    if (dy === 0) across += dx
    else if (shape === 'step') {
      across += dx
      flush()
      parts.push(`v${short(dy)}`)
      command = 'v'
    } else {
      flush()
      const text = pair(short(dx), short(dy))
      if (command === 'l') parts.push(isApart(parts.at(-1) ?? '', text) ? text : ` ${text}`)
      else parts.push(`l${text}`)
      command = 'l'
    }
  }
  flush()
  return parts.join('')
}

const moveTo = (x: number, y: number): string => `M${pair(short(tenths(x)), short(tenths(y)))}`

/** The stroke along each run. */
export const linePath = (runs: readonly (readonly number[])[], shape: Shape): string =>
  runs
    .filter((run) => run.length > 2)
    .map((run) => moveTo(run[0] ?? 0, run[1] ?? 0) + along(run, shape, 1))
    .join('')

/** The surface between each run and the height `base`. */
export const areaPath = (runs: readonly (readonly number[])[], base: number, shape: Shape): string =>
  runs
    .filter((run) => run.length > 2)
    .map((run) => {
      const rise = tenths(run[1] ?? 0) - tenths(base)
      const up = rise === 0 ? '' : `v${short(rise)}`
      return `${moveTo(run[0] ?? 0, base)}${up}${along(run, shape, 1)}V${short(tenths(base))}z`
    })
    .join('')

export const barPath = (x0: number, x1: number, y0: number, y1: number): string => {
  const [left, right, top, bottom] = [tenths(x0), tenths(x1), tenths(Math.min(y0, y1)), tenths(Math.max(y0, y1))]
  return `M${pair(short(left), short(top))}h${short(right - left)}v${short(bottom - top)}h${short(left - right)}z`
}

export const roundPixel = (n: number): number => tenths(n) / 10

export const pixel = (n: number): string => short(tenths(n))
