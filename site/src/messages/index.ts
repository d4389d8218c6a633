import type { Locale } from '#collections/values/locale.ts'
import { en, type Messages } from './en.ts'

export type { Messages }

const LANGUAGES: Partial<Record<Locale, Messages>> = { en }

/** The texts of a language; English where there are none yet. */
export const messagesFor = (locale: Locale): Messages => LANGUAGES[locale] ?? en
