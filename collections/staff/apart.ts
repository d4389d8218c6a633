import { folded, partsOf } from '../values/searchable.ts'

// Two people of one name on a list that is signed or ticked.

type Named = { id: string; name: string; employer: string; jobTitle: string | null; email: string }

const nameOf = ({ name }: Named): string => partsOf(folded(name)).toSorted().join(' ')

const mailboxOf = (email: string): string => email.slice(0, Math.max(0, email.lastIndexOf('@')))

/** Fewer letters tell little, and a list that is passed around need not say more. */
const SHOWN = 3

/** As much of the beginning of each address as tells it from the others. */
const beginnings = (all: readonly string[]): string[] =>
  all.map((own) => {
    let length = SHOWN
    const isShared = (other: string) => other !== own && other.startsWith(own.slice(0, length))
    while (length < own.length && all.some(isShared)) length += 1
    return length < own.length ? `${own.slice(0, length)}…` : own
  })

const areApart = (texts: readonly string[]): boolean =>
  texts.every(Boolean) && new Set(texts.map((text) => text.toLowerCase())).size === texts.length

/** What tells these apart: the first of the ways that does; where none does, in which order they registered. */
const wayOf = (same: readonly Named[]): string[] => {
  const jobs = same.map(({ jobTitle }) => jobTitle ?? '')
  const mailboxes = beginnings(same.map(({ email }) => mailboxOf(email)))
  const both = same.map((_, at) => [jobs[at], mailboxes[at]].filter(Boolean).join(', '))
  return [jobs, mailboxes, both].find(areApart) ?? same.map((_, at) => String(at + 1))
}

/**
 * What has to stand beside the names of those who share theirs with somebody on the list, by id: nothing where the employer, which
 * stands there anyway, tells them apart; else the job title, or the beginning of the address. In the order they registered.
 */
export const toldApart = (people: readonly Named[]): ReadonlyMap<string, string> => {
  const groups = [...Map.groupBy(people, nameOf).values()].filter((same) => same.length > 1)
  return new Map(
    groups
      .filter((same) => !areApart(same.map(({ employer }) => employer)))
      .flatMap((same) => {
        const words = wayOf(same)
        return same.map(({ id }, at) => [id, words[at]!] as const)
      }),
  )
}
