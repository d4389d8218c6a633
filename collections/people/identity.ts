import { folded, partsOf, searchable, searchablePhone } from '../values/searchable.ts'

// Who is who: two people may share a mailbox, and one may write their name in several ways.

const wordsOf = (name: string): string[] => partsOf(folded(name))

/** What somebody is known by who registers again: the mailbox, and the name however it is written. */
export const personKey = (email: string, name: string): string =>
  `${email.trim().toLowerCase()}|${wordsOf(name).toSorted().join(' ')}`

/** The same word, or its first letter: "A." may be Ana. */
const mayBe = (one: string, other: string): boolean =>
  one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))

/**
 * Whether two names in one mailbox mean one person: every word of the shorter is in the longer, at least one of them written out.
 * "Berg, Ana" and "Ana M. Berg" do; "Ada Berg" and "Ana Berg" do not, as two of a family would be one.
 */
export const isSameName = (one: string, other: string): boolean => {
  const [short, long] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length) as [string[], string[]]
  if (short.join('') === long.join('')) return true
  const left = [...long]
  let isWritten = false
  for (const word of short.toSorted((a, b) => b.length - a.length)) {
    const exact = left.indexOf(word)
    const at = exact >= 0 ? exact : left.findIndex((candidate) => mayBe(word, candidate))
    if (at < 0) return false
    isWritten ||= exact >= 0 && word.length > 1
    left.splice(at, 1)
  }
  return isWritten
}

/**
 * Which of the people of a mailbox somebody is by the name they give: the one who writes it just so, else the only one it may be.
 * Undefined: nobody of them, or it cannot be told.
 */
export const whoIs = <One extends { name: string }>(name: string, people: readonly One[]): One | undefined => {
  const key = personKey('', name)
  const exact = people.find((one) => personKey('', one.name) === key)
  if (exact) return exact
  const alike = people.filter((one) => isSameName(one.name, name))
  return alike.length === 1 ? alike[0] : undefined
}

/** What somebody was called and written to before, the earliest first; what they are called now is not in it. */
export type Former = { names: string[]; emails: string[] }

type Corrected = { name?: string | null; email?: string | null; former?: unknown }

export const formerOf = ({ name, email, former }: Corrected): Former => {
  const { names = [], emails = [] } = (former ?? {}) as Partial<Former>
  return { names: names.filter((one) => one !== name), emails: emails.filter((one) => one !== email) }
}

/** What is kept of a person who is corrected. */
export const afterCorrection = (before: Corrected, now: Corrected): Former => {
  const { names = [], emails = [] } = (before.former ?? {}) as Partial<Former>
  const withFormer = (known: string[], was: string | null | undefined, is: string | null | undefined) =>
    was && was !== is && !known.includes(was) ? [...known, was] : known
  return { names: withFormer(names, before.name, now.name), emails: withFormer(emails, before.email, now.email) }
}

type Findable = Corrected & { phone?: string | null; employer?: string | null }

/** What the desk finds somebody by, also under a name or mailbox from before it was corrected. */
export const searchOf = (person: Findable): string => {
  const { names, emails } = formerOf(person)
  return searchable(person.name, person.email, person.employer, ...names, ...emails) + searchablePhone(person.phone)
}
