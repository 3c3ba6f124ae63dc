import { type FrameName, frames } from '@/lib/charts/frames'
import { paintSvg } from '@/lib/charts/paint-svg'
import type { DrawnChart } from './drawing'

const seen: Readonly<Record<FrameName, string>> = {
  page: 'max-lg:hidden',
  column: 'max-sm:hidden lg:hidden',
  phone: 'sm:hidden',
}

const names = Object.keys(frames).filter((name): name is FrameName => Object.hasOwn(frames, name))

/** The server's SVG, painted for each width of window; the style sheet shows the one that fits. */
export function Painted({ models }: Pick<DrawnChart, 'models'>) {
  return names.map((name) => (
    <div
      key={name}
      data-frame={name}
      className={`${seen[name]} [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the painter escapes every word
      dangerouslySetInnerHTML={{
        __html: paintSvg(models[name], { theme: 'auto', fontMode: 'web', id: `${models[name].slug}-${name}` }),
      }}
    />
  ))
}
