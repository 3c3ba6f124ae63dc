import { useTranslations } from 'next-intl'

type CopyableProps = { readonly name: string; readonly text: string }

/** Long text for a shell or a comparison, whole in the page, scrolling inside itself, with a button that copies it. */
export function Copyable({ name, text }: CopyableProps) {
  const t = useTranslations('common')
  return (
    <div data-copyable className="mt-1.5">
      <div className="flex items-baseline justify-between gap-x-4">
        <p className="text-small text-muted">{name}</p>
        <button
          type="button"
          data-copy
          aria-label={`${t('copy')}: ${name}`}
          className="needs-script rounded border border-edge px-2 text-tiny leading-[1.375rem] hover:bg-sunk"
        >
          {t('copy')}
        </button>
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-1 max-h-32 overflow-auto rounded border border-rule bg-sunk px-3 py-2 font-mono text-tiny break-all whitespace-pre-wrap"
      >
        {text}
      </pre>
    </div>
  )
}
