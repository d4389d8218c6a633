import { readDay, readTime } from '#collections/policies/calculator.ts'
import { instantAt } from '#collections/values/day.ts'
import type { DeskForm } from '../staff/desk.ts'

/**
 * When the person told us, as a registrar typed it: a day, and a time on the clock of the agency. undefined: nothing was typed,
 * so it is now; 'wrong': it cannot be read.
 */
export const noticeAt = (form: Pick<DeskForm, 'get'>, zone: string): Temporal.Instant | undefined | 'wrong' => {
  const [typedDay, typedTime] = [form.get('noticeOn').trim(), form.get('noticeAt').trim()]
  if (!typedDay) return typedTime ? 'wrong' : undefined
  const day = readDay(typedDay)
  const time = typedTime ? readTime(typedTime) : '00:00'
  return day && time ? instantAt(day, time, zone) : 'wrong'
}
