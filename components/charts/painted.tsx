import { Fragment } from 'react'
import type { FrameName } from '@/lib/charts/frames'
import { paintSvg } from '@/lib/charts/paint-svg'
import { Still } from '../ui/still'
import type { DrawnChart } from './drawing'

/** Which window sees which frame: for the style sheet, and the same for the browser's first frame. */
const seen: Readonly<Record<FrameName, { readonly className: string; readonly media: string }>> = {
  // The phone's comes first: those on the slowest lines wait for no picture but theirs.
  phone: { className: 'sm:hidden', media: '(width < 40rem)' },
  column: { className: 'max-sm:hidden lg:hidden', media: '(40rem <= width < 64rem)' },
  page: { className: 'max-lg:hidden', media: '(width >= 64rem)' },
}

const names = Object.keys(seen).filter((name): name is FrameName => Object.hasOwn(seen, name))

type PaintedProps = Pick<DrawnChart, 'models'> & { readonly navigated: boolean }

/**
 * The server's SVG, painted for each width of window; the style sheet shows the one that fits. The browser's first frame
 * waits for it: on a slow processor a frame without the chart costs more time than the chart's last bytes.
 */
export function Painted({ models, navigated }: PaintedProps) {
  return names.map((name) => {
    const id = `${models[name].slug}-${name}`
    return (
      <Fragment key={name}>
        {navigated ? null : <link rel="expect" href={`#${id}`} blocking="render" media={seen[name].media} />}
        <Still
          as="div"
          id={id}
          data-frame={name}
          className={`${seen[name].className} [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
          navigated={navigated}
          html={paintSvg(models[name], { theme: 'auto', fontMode: 'web', id })}
        />
      </Fragment>
    )
  })
}
