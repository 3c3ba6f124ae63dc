import type { Mark } from '@/lib/charts/define/define-chart'
import { paintOf } from '@/lib/charts/render/palette'
import type { Colour } from '@/lib/products/colours'

type SeriesSwatchProps = {
  readonly colour: Colour
  readonly mark: Mark
  readonly dashed?: boolean
  readonly hatched?: boolean
  /** Not in the picture: its outline alone. */
  readonly hollow?: boolean
}

/** How a series is drawn, before its name: a stroke or a surface, whole, dashed or hatched, so that equal colours differ. */
export function SeriesSwatch({ colour, mark, dashed = false, hatched = false, hollow = false }: SeriesSwatchProps) {
  const paint = paintOf(colour, 'auto')
  const isSurface = mark === 'area' || mark === 'bars'
  return (
    <svg viewBox="0 0 14 10" className="mr-1.5 inline-block h-2.5 w-3.5 flex-none" aria-hidden="true">
      {isSurface ? (
        <>
          <rect x="2" width="10" height="10" rx="1.5" fill={hollow || hatched ? 'none' : paint} stroke={paint} />
          {hatched && !hollow ? <path d="M2 6l6-6M2 10l10-10M6 10l6-6" stroke={paint} strokeWidth="1.5" /> : null}
        </>
      ) : (
        <path
          d="M0 5h14"
          stroke={paint}
          strokeWidth={hollow ? 1 : 2.5}
          {...(dashed ? { strokeDasharray: '4 2' } : {})}
        />
      )}
    </svg>
  )
}
