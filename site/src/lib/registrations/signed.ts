import { readDay } from '#collections/policies/calculator.ts'
import { instantAt } from '#collections/values/day.ts'
import type { DeskForm } from '../staff/desk.ts'

/**
 * The day on which terms were signed on paper, as a registrar typed it: its noon on the clock of the agency, or now where that is
 * still to come. undefined: nothing was typed; 'wrong': it cannot be read, or lies ahead.
 */
export const signedAt = (
  form: Pick<DeskForm, 'get'>,
  { zone, now }: { zone: string; now: Temporal.Instant },
): Temporal.Instant | undefined | 'wrong' => {
  const typed = form.get('signedOn').trim()
  if (!typed) return undefined
  const day = readDay(typed)
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  if (!day || day > today) return 'wrong'
  const noon = instantAt(day, '12:00', zone)
  return Temporal.Instant.compare(noon, now) > 0 ? now : noon
}
