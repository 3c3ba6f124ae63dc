import { useTranslations } from 'next-intl'
import { type Class, classes } from '@/lib/metrics/types'
import { ClassMark } from './class-mark'

/** What the class marks of a page mean, where they stand: one line for those that occur. */
export function ClassKey({ of }: { readonly of: readonly Class[] }) {
  const t = useTranslations('common')
  return (
    <p className="mt-2 flex flex-wrap gap-x-5 gap-y-0.5 text-small text-muted">
      {classes
        .filter((each) => of.includes(each))
        .map((each) => (
          <span key={each}>
            <ClassMark of={each} /> {t(`class-what.${each}`)}
          </span>
        ))}
    </p>
  )
}
