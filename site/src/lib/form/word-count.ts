import { countWords, limitOf, type WordLimited } from '#collections/values/word-count.ts'
import type { counts } from '../../messages/word-count.ts'

/** How a text stands to its limit, as a sentence, and whether it is over it. The same on the server and while one types. */
export const wordText = (text: string, limited: WordLimited, t: typeof counts): { text: string; isOver: boolean } => {
  const count = countWords(text)
  const standing = limitOf(limited, count)
  if (standing.state === 'over')
    return { text: t.over[standing.kind](count, limited.wordLimit!, standing.by), isOver: true }
  return {
    text: standing.by === null ? t.none(count) : t.within(count, limited.wordLimit!, standing.by),
    isOver: false,
  }
}
