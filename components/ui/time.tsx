import { useLocale } from 'next-intl'
import { formatDate, formatTime, isoTime } from '@/lib/format/date'
import { DAY } from '@/lib/format/time'

type TimeProps = {
  /** Unix seconds. */
  readonly at: number
  /** With a script running the age takes the text's place and goes on. */
  readonly ticking?: boolean
  readonly title?: string
  /** The age as a phrase: `18 h old`. */
  readonly old?: boolean
}

/** The time of day in UTC; of a midnight, where a day's last block stands, the date. A cached page so never lies about an age. */
export function TimeOf({ at, ticking = false, title, old = false }: TimeProps) {
  const locale = useLocale()
  return (
    <time
      dateTime={isoTime(at)}
      data-age={ticking ? at : undefined}
      data-old={ticking && old ? '' : undefined}
      title={title}
      className="inline-block min-w-[3.2em]"
      suppressHydrationWarning
    >
      {at % DAY === 0 ? formatDate(at, locale) : formatTime(at)}
    </time>
  )
}
