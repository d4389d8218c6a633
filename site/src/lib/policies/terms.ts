import { formatInstant } from '#collections/values/day.ts'

/** One policy of the terms: its slug, and when its text was last saved. */
export type Edition = { slug: string; at: Temporal.Instant }

/** Reads "cancellation@2026-09-01T12:00:00Z who-pays@…", as an agreement keeps it; what it cannot read is left out. */
export const editionsOf = (version: string): Edition[] =>
  version.split(/\s+/).flatMap((part) => {
    const [slug, moment] = part.split('@')
    try {
      return slug && moment ? [{ slug, at: Temporal.Instant.from(moment) }] : []
    } catch {
      return []
    }
  })

/** When the text of one policy was last saved: "Thu, Oct 8, 2026, 2:15 PM CT"; undefined where the version does not say. */
export const editionText = (version: string, slug: string, zone: string, locale: string): string | undefined => {
  const edition = editionsOf(version).find((one) => one.slug === slug)
  return edition && formatInstant(edition.at, zone, locale, 'short')
}
