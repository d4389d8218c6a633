import type { Locale } from '#collections/values/locale.ts'
import { messagesFor, type Messages } from '../messages/index.ts'

/** Texts and language for a component: `const { locale, t } = pageOf(Astro)`. */
export const pageOf = ({ locals }: { locals: App.Locals }): { locale: Locale; t: Messages } => ({
  locale: locals.locale,
  t: messagesFor(locals.locale),
})
