import { expect } from 'vitest'
import { endHourOf, heldDays } from './model.ts'
import { nowOf, nth, step, type Step } from './step.ts'

// What the desk writes down of days, and decides about fees.

/** The sheet of a day is entered: who stayed away is marked, everybody else was there. */
export const attend = (which: number, absent: number): Step =>
  step(`the sheet of day ${which} is entered, ${absent} stayed away`, (model) => {
    const held = nth(
      model.days.filter(({ isCalledOff }) => !isCalledOff),
      which,
    )
    return (
      held &&
      (async (_, world) => {
        if (nowOf(world) < endHourOf(held.day) || model.isCalledOff) return
        const open = model.places.filter(
          ({ status, days }) => status === 'confirmed' && days.get(held.day)?.is === 'coming',
        )
        for (const [at, place] of open.entries()) {
          const is = at < absent ? 'absent' : 'there'
          const entry = { state: is === 'there' ? 'present' : 'absent' } as const
          const done = await world.staff().attendance.mark(place.registration, held.day, entry)
          expect(done).toMatchObject({ ok: true })
          place.days.set(held.day, { is })
        }
      })
    )
  })

export const decide = (at: number, decision: 'approved' | 'waived' | 'disputed'): Step =>
  step(`fee ${at} is ${decision}`, (model) =>
    model.places.length === 0
      ? undefined
      : async (_, world) => {
          const rows = await world.rows('attendance', {
            and: [{ session: { equals: model.session } }, { feeState: { in: ['proposed', 'disputed', 'approved'] } }],
          })
          const row = nth(rows, at)
          if (!row) return
          const done = await world.staff().attendance.decideFees([row.id], decision, 'As looked at.')
          const place = model.places.find(({ registration }) => registration === row.registration)
          // What was billed stays on the bill while it is looked at again.
          const isBilled = decision === 'disputed' && place!.fees.get(row.date) === 'approved'
          if (done.ok && !isBilled) place!.fees.set(row.date, decision === 'disputed' ? 'open' : decision)
        },
  )

/** What was written down of a day was wrong: whoever stayed away was there, is excused, or the other way round. */
export const correct = (at: number, which: number, to: 'present' | 'absent' | 'excused'): Step =>
  step(`day ${which} of place ${at} is corrected to ${to}`, (model) => {
    const place = nth(model.places, at)
    const day = nth(heldDays(model), which)
    const was = day && place?.days.get(day)?.is
    return place && day && (was === 'there' || was === 'absent')
      ? async (_, world) => {
          if (model.isCalledOff || place.status !== 'confirmed') return
          const done = await world.staff().attendance.mark(place.registration, day, { state: to })
          expect(done, `${place.who} is ${to}`).toMatchObject({ ok: true })
          place.days.set(day, { is: to === 'present' ? 'there' : to })
          if (to !== 'absent') place.fees.delete(day)
        }
      : undefined
  })
