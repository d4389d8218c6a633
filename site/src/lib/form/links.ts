import type { LinkRefusal } from '#collections/kernel/outcome.ts'

// Signed links, and with what they are answered that do not open.

const REFUSALS: readonly string[] = ['invalid', 'expired', 'replaced'] satisfies LinkRefusal[]

/** Whether the link itself is refused, rather than what was asked for through it. */
export const isLinkRefusal = (refusal: string): refusal is LinkRefusal => REFUSALS.includes(refusal)

/** Why a link did not open. */
export const linkRefusalOf = (refusal: string): LinkRefusal => (isLinkRefusal(refusal) ? refusal : 'invalid')

/** The title of each reason for which a link does not open. */
export const titlesOf = (gone: Readonly<Record<LinkRefusal, { title: string }>>): Record<LinkRefusal, string> => ({
  invalid: gone.invalid.title,
  expired: gone.expired.title,
  replaced: gone.replaced.title,
})

/** With which status a link is refused: what once was there is gone, what never was is not found. */
export const GONE = { expired: 410, replaced: 410, invalid: 404 } as const satisfies Record<LinkRefusal, number>
