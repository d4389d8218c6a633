import type { PathwayCourse } from '#collections/catalog/courses.ts'
import { joinWords } from '#collections/values/words.ts'
import type { Messages } from '../../messages/index.ts'

/** What each course asks for, in words, by its id; courses that ask for nothing are left out. */
export const beforeWords = (
  courses: readonly Pick<PathwayCourse, 'id' | 'title' | 'groups'>[],
  t: Messages,
  locale: string,
): ReadonlyMap<string, string> => {
  const titles = new Map(courses.map(({ id, title }) => [id, title]))
  const wordsOf = ({ kind, courses }: PathwayCourse['groups'][number]): string[] => {
    const known = courses.flatMap((id) => titles.get(id) ?? [])
    const unseen = courses.length - known.length
    if (known.length === 0) return unseen > 0 ? [t.pathway.more(unseen)] : []
    const named = unseen > 0 ? [...known, t.pathway.others(unseen)] : known
    if (kind === 'any' && courses.length > 1) return [t.pathway.beforeAny(joinWords(named, locale, 'disjunction'))]
    return [t.pathway.before(joinWords(named, locale))]
  }
  return new Map(
    courses.flatMap(({ id, groups }) => {
      const words = groups.flatMap(wordsOf)
      return words.length > 0 ? [[id, words.reduce(t.pathway.and)] as const] : []
    }),
  )
}
