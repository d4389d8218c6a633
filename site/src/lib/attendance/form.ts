import { RECORDED, type DayState } from '#collections/attendance/states.ts'
import { wasIn, type DeskForm } from '../staff/desk.ts'

export type AttendanceEntry = {
  state: (typeof RECORDED)[number]
  minutes: number | null
  was: DayState | '' | undefined
}

/** How the fields of a sheet begin: `state:<id>`. */
export const STATE_FIELD = 'state:'

/**
 * What a sheet says about each registration: a field `state:<id>`, and `minutes:<id>` for those who were there for a part.
 * Whoever is marked with nothing we record is left out, and stays as they are.
 */
export const attendanceEntries = (form: DeskForm): Map<string, AttendanceEntry> => {
  // One click for everybody of whom nothing is said: they were here.
  const isRestHere = form.get('do') === 'rest-here'
  const entries = new Map<string, AttendanceEntry>()
  for (const name of form.names().filter((one) => one.startsWith(STATE_FIELD))) {
    const id = name.slice(STATE_FIELD.length)
    const isUnsaid = isRestHere && form.get(`was:${id}`) === '' && form.get(name) === 'none'
    const state = isUnsaid ? 'present' : RECORDED.find((one) => one === form.get(name))
    const minutes = form.get(`minutes:${id}`).trim()
    if (state)
      entries.set(id, {
        state,
        minutes: state === 'partly' && minutes ? Number(minutes) : null,
        was: wasIn(form, `was:${id}`),
      })
  }
  return entries
}
