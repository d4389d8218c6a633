import { countOf } from '#collections/values/words.ts'

/** "1 person", "12 people" */
export const people = (count: number): string => countOf(count, 'person', 'people')
