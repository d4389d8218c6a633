/**
 * The languages of the site; texts fall back to the first. A further one needs its texts in site/src/messages, and then a
 * place here: the panel offers its translations and `?lang=` chooses it. No language is offered that is half there.
 */
export const LOCALES = ['en'] as const
export type Locale = (typeof LOCALES)[number]

/** The site's languages, each as the tag it is formatted with: the US variants keep dollars, 12-hour clocks and “CT”. */
const TAGS: Readonly<Record<string, string>> = {
  en: 'en-US',
  es: 'es-US',
  so: 'so',
  hmn: 'en-US', // Unicode has no Hmong date or number forms yet; without this line the server's own language would show.
}

const tagsFor = (locale: string): string[] => [TAGS[locale] ?? locale, 'en-US']

/** Building a formatter costs far more than using one, and a page prints hundreds of dates. */
const memoized = <Options, Formatter>(build: (tags: string[], options: Options) => Formatter) => {
  const built = new Map<string, Formatter>()
  return (locale: string, options: Options): Formatter => {
    const key = `${locale} ${JSON.stringify(options)}`
    const formatter = built.get(key) ?? build(tagsFor(locale), options)
    built.set(key, formatter)
    return formatter
  }
}

export const dateFormat = memoized(
  (tags, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tags, options),
)
export const numberFormat = memoized((tags, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tags, options))
export const listFormat = memoized((tags, options: Intl.ListFormatOptions) => new Intl.ListFormat(tags, options))
export const pluralRules = memoized((tags, options: Intl.PluralRulesOptions) => new Intl.PluralRules(tags, options))

/** Formatted text with ordinary spaces: the invisible narrow ones differ between releases and break searching and copying. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ')
