import { countOf } from '#collections/values/words.ts'

const words = (count: number): string => countOf(count, 'word', 'words')

/** How many words a text has, said beside it as it is typed; these sentences also run in the browser. */
export const counts = {
  none: (count: number) => `${words(count)}.`,
  within: (count: number, limit: number, left: number) => `${count} of ${words(limit)}, ${left} left.`,
  over: {
    hard: (count: number, limit: number, by: number) =>
      `${words(count)}: ${words(by)} too many. At most ${limit} can be sent.`,
    advisory: (count: number, limit: number, by: number) =>
      `${words(count)}: ${words(by)} more than the ${limit} we ask for. You can still send it.`,
  },
  rule: 'How words are counted',
  most: {
    hard: (limit: number) => `At most ${words(limit)}.`,
    advisory: (limit: number) => `About ${words(limit)}.`,
  },
}
