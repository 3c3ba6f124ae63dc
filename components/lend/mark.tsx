import { useTranslations } from 'next-intl'
import type { FlagName } from './reserve-model'

const grave: readonly FlagName[] = ['unread', 'paused', 'frozen', 'inactive', 'no-price']

/** What is out of the ordinary about a reserve, as small outlined words; what they mean on hover and below the tables. */
export function Marks({ of: flags }: { readonly of: readonly FlagName[] }) {
  const t = useTranslations('lend.flags')
  if (flags.length === 0) return null
  return (
    <span className="flex flex-wrap sm:w-max sm:max-w-44 gap-1 py-0.5">
      {flags.map((flag) => (
        <span
          key={flag}
          title={t(`${flag}.what`)}
          className={`rounded-xs border px-1 text-tiny sm:whitespace-nowrap ${
            grave.includes(flag) ? 'border-warn text-warn' : 'border-rule text-muted'
          }`}
        >
          {t(`${flag}.word`)}
        </span>
      ))}
    </span>
  )
}
