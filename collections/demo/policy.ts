/** Ids by collection. */
export type Ids = Readonly<Record<string, readonly string[]>>

/** A document of the site's content, with what says whether somebody made it their own. */
export type Content = { slug: string; id: string; title: string; savedBy?: string | null; text: string }

/** What the demo wrote that somebody works on as their own text once they have saved it; programs and their dates are tried out. */
const TAKEN_OVER = new Set(['circles', 'contacts', 'notices', 'pages', 'policies', 'recommendations', 'strategies'])

export type Kept = { slug: string; id: string; title: string; why: 'edited' | 'used'; by?: string }

/**
 * Which content of the demo goes, and what stays of it: what somebody has saved as a text of their own, and what anything that
 * stays refers to. `text` of a document is all it says, so that a reference of any kind is found by its id.
 */
export const planOf = (made: Ids, contents: readonly Content[]): { goes: Content[]; stays: Kept[] } => {
  const isMade = ({ slug, id }: Content) => made[slug]?.includes(id) ?? false
  const stays = new Map<string, Kept>()
  for (const one of contents.filter(isMade))
    if (TAKEN_OVER.has(one.slug) && one.savedBy)
      stays.set(one.id, { slug: one.slug, id: one.id, title: one.title, why: 'edited', by: one.savedBy })
  // A date of a course needs the course, and not the other way round: it goes with it.
  let surviving = contents.filter((one) => one.slug !== 'sessions' && (!isMade(one) || stays.has(one.id)))
  for (let isFound = true; isFound;) {
    const used = contents
      .filter((one) => isMade(one) && !stays.has(one.id))
      .flatMap((one) => {
        const user = surviving.find(({ id, text }) => id !== one.id && text.includes(one.id))
        return user ? [{ one, user }] : []
      })
    for (const { one, user } of used)
      stays.set(one.id, { slug: one.slug, id: one.id, title: one.title, why: 'used', by: user.title })
    surviving = [...surviving, ...used.map(({ one }) => one)]
    isFound = used.length > 0
  }
  return { goes: contents.filter((one) => isMade(one) && !stays.has(one.id)), stays: [...stays.values()] }
}
