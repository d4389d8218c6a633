/** What one save changed: which fields, and the fingerprints they had before. `at`: `updatedAt` of what was saved, an ISO instant. */
export type Edit = { at: string; user: string; by: string; before: Readonly<Record<string, string>> }

type Fields = Readonly<Record<string, unknown>>
type Print = (value: unknown) => string

/** Kept by the machinery, or worked out from the rest. */
const UNTOLD = new Set(['id', 'updatedAt', 'createdAt', '_status', 'deletedAt', 'savedBy', 'publishedLocale'])

/** As many saves, and as many hours, as somebody may have had a form open without saving. */
const MOST = 200
const HOURS = 48

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

/** The same text for the same content: nothing in any of its forms is nothing, and the order of names does not matter. */
export const canonical = (value: unknown): string =>
  isNothing(value)
    ? ''
    : JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(
              Object.entries(part)
                .filter(([, one]) => !isNothing(one))
                .toSorted(([a], [b]) => (a < b ? -1 : 1)),
            )
          : part,
      )

/** Which fields a save changed, with what they were before. */
export const changedBy = (before: Fields, after: Fields, print: Print): Record<string, string> =>
  Object.fromEntries(
    Object.keys({ ...before, ...after })
      .filter((name) => !UNTOLD.has(name))
      .map((name) => [name, print(before[name]), print(after[name])] as const)
      .filter(([, was, is]) => was !== is)
      .map(([name, was]) => [name, was]),
  )

/** The list of saves with one more, without those nobody's open form can be older than. */
export const withEdit = (edits: readonly Edit[], edit: Edit): Edit[] => {
  const since = Temporal.Instant.from(edit.at).subtract({ hours: HOURS }).epochMilliseconds
  return [...edits, edit].filter(({ at }) => Date.parse(at) >= since).slice(-MOST)
}

export type Clash = { field: string; by: string; at: string }

type Save = { sent: Fields; stored: Fields; base: string; edits: readonly Edit[]; user: string; print: Print }

/**
 * What a form that was opened, or last saved, at `base` may write over what is stored by now. Fields it did not touch keep what
 * others wrote; `clashes` are fields both changed. `replaces`: it writes over the last words of somebody else, on purpose, so that
 * those have to stay among the versions.
 */
export const mergeSave = ({ sent, stored, base, edits, user, print }: Save) => {
  const since = edits.filter(({ at }) => at > base)
  const data: Record<string, unknown> = { ...sent }
  const clashes: Clash[] = []
  let replaces = false
  for (const field of Object.keys(sent).filter((name) => !UNTOLD.has(name))) {
    const own = print(sent[field])
    if (own === print(stored[field])) continue
    const first = since.find(({ before }) => field in before)
    const last = edits.findLast(({ before }) => field in before)
    if (!first) replaces ||= last !== undefined && last.user !== user
    else if (own === first.before[field]) data[field] = stored[field]
    else clashes.push({ field, by: last!.by, at: last!.at })
  }
  return { data, clashes, replaces }
}

/** How long somebody who was heard of is taken to have a form open, in milliseconds. */
const PRESENT = 40_000

/** Who has a form open, by the id of the user: their name, and when they were heard of last (milliseconds since 1970). */
export type Present = Readonly<Record<string, { name: string; at: number }>>

export const stillPresent = (present: Present, now: number): Present =>
  Object.fromEntries(Object.entries(present).filter(([, { at }]) => now - at < PRESENT))
