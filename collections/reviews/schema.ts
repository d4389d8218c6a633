import type { Criterion } from '../collaboratives/questions.ts'
import type { PointScores } from './points.ts'
import type { Slot } from './policy.ts'
import type { Scores } from '../submissions/scores.ts'

/** Characters of a comment; more is cut. */
const LONGEST = 4000

/** What a form says under a name; '' where it says nothing. */
type Get = (name: string) => string

/** The names of the fields of one slot, or of one criterion of an application. */
export const fieldsOf = (id: string) => ({ level: `level ${id}`, points: `points ${id}`, comment: `comment ${id}` })

const commentIn = (get: Get, id: string): string => get(fieldsOf(id).comment).trim().slice(0, LONGEST)

/** The field of the note for the lead. */
export const NOTE = 'note'

/** The field of the moment at which what the page shows was sent. */
export const SENT = 'sent'

/** What a reviewer writes to the lead; null: nothing. */
export const noteIn = (get: Get): string | null => get(NOTE).trim().slice(0, LONGEST) || null

/** Levels and comments as they were sent, for these slots only; a level the slot does not have counts as none. */
export const scoresIn = (slots: readonly Slot[], get: Get): Scores =>
  Object.fromEntries(
    slots.flatMap(({ id, levels }) => {
      const level = levels.find((one) => one === get(fieldsOf(id).level)) ?? ''
      const comment = commentIn(get, id)
      return level === '' && comment === '' ? [] : [[id, { level, comment }]]
    }),
  )

/** Points and comments as they were sent, for these criteria only; what is no whole number from 0 to the most counts as none. */
export const pointsIn = (criteria: readonly Criterion[], get: Get): PointScores =>
  Object.fromEntries(
    criteria.flatMap(({ points: most }, index) => {
      const place = String(index + 1)
      const typed = get(fieldsOf(place).points).trim()
      const points = /^\d{1,3}$/.test(typed) && Number(typed) <= most ? Number(typed) : null
      const comment = commentIn(get, place)
      return points === null && comment === '' ? [] : [[place, { points, comment }]]
    }),
  )
