import type { Identity } from './mask.ts'

/** Where somebody works, as far as it gives them away. `otherNames`: short names, schools and sites, one on each line. */
export type Workplace = { name: string; otherNames: string }

/** What stands on lines of their own. */
const linesOf = (text: string): string[] => text.split('\n')

type Author = {
  name: string
  email: string
  employer?: string | null
  /** Words the author asked to have covered, one on each line. */
  covers?: string | null
}

/** What stands after the @: at a school's own address it names the school. */
const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

const filled = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text?.trim() ? [text.trim()] : []))

/**
 * What must not be recognized in what somebody, alone or with others, hands in: the same for the reader, who gets it covered, and for
 * the author, who sees what the reader gets.
 */
export const identityOf = (
  author: Author,
  workplace: Workplace | null,
  {
    members = [],
    team,
    phones = [],
  }: {
    members?: readonly { name: string; email: string }[]
    team?: string
    phones?: readonly (string | null | undefined)[]
  } = {},
): Identity => {
  const people = [author, ...members]
  return {
    people,
    organizations: filled([
      workplace?.name,
      author.employer,
      team,
      ...linesOf(workplace?.otherNames ?? ''),
      ...people.map(({ email }) => domainOf(email)),
    ]),
    phones: filled(phones),
    words: filled(linesOf(author.covers ?? '')),
  }
}
