import type { Locale } from '#collections/values/locale.ts'
import { messagesFor, type Messages } from '../messages/index.ts'
import { inWordsOf } from './site.ts'

/** Texts and language for a component: `const { locale, t } = pageOf(Astro)`. */
export const pageOf = ({
  locals,
}: {
  locals: Pick<App.Locals, 'catalog' | 'locale'>
}): { locale: Locale; t: Messages } => ({
  locale: locals.locale,
  t: inWordsOf(locals.catalog.site(), messagesFor(locals.locale)),
})
