import { expect } from 'vitest'
import { beginOf, heldDays, type Day, type Model, type Place } from './model.ts'
import { invitationIn } from './people.ts'
import { lastLetter, mailboxOf, newPlace, nowOf, nth, registrationOf, step, type Step } from './step.ts'
import type { World } from './world.ts'

// A colleague who comes instead: asked, and there once the terms are accepted.

/** The days of a place that somebody else could still have. */
const handable = (model: Model, place: Place, now: number): Day[] =>
  place.status === 'confirmed' && place.isBound && place.participation !== 'guest' && !model.isCalledOff
    ? heldDays(model).filter((day) => place.days.get(day)?.is === 'coming' && now < beginOf(day))
    : []

export const askColleague = (at: number, which: number | 'all', by: 'person' | 'staff'): Step =>
  step(`a colleague is asked for place ${at} by ${by}, ${which === 'all' ? 'all days' : `day ${which}`}`, (model) => {
    const place = nth(model.places, at)
    return (
      place &&
      (async (_, world) => {
        const can = handable(model, place, nowOf(world))
        const registration = await registrationOf(world, place.registration)
        const isAsked = (registration.asked as { answer?: string } | null | undefined)?.answer === undefined
        const isOpen = Boolean(registration.asked) && isAsked && registration.status === 'confirmed'
        const day = which === 'all' ? undefined : nth(can, which)
        const who = world.somebody()
        const asked = { name: who, email: mailboxOf(who), days: day ? [day] : undefined }
        const { revision } = registration
        const done =
          by === 'staff'
            ? await world.staff().registrations.sendColleague(place.registration, {
                ...asked,
                days: day ? [day] : null,
                signedAt: undefined,
                revision,
              })
            : await world
                .people()
                .registrations.sendColleague(await world.tokenOf(registration), { ...asked, revision })
        expect({ ok: done.ok, can, isOpen }, `${place.who} asks`).toEqual({
          ok: can.length > 0 && !isOpen,
          can,
          isOpen,
        })
        if (done.ok) place.asked = { who, day }
      })
    )
  })

/** The days are the colleague's: the whole seat, where nobody has said anything about any of its days. */
const takeOver = async (model: Model, world: World, place: Place, who: string, days: readonly Day[]): Promise<void> => {
  const left = heldDays(model).filter((day) => !['gone', 'handed'].includes(place.days.get(day)?.is ?? 'gone'))
  const isWhole = heldDays(model).every((day) => place.days.get(day)?.is === 'coming' && days.includes(day))
  place.asked = undefined
  if (isWhole) {
    model.former.push(place.mailbox)
    place.who = who
    place.mailbox = mailboxOf(who)
    place.since = nowOf(world)
    return
  }
  const [row] = await world.rows('registrations', { email: { equals: mailboxOf(who) } })
  const { participation, feePerDay, price, agreedDays, freeUntil } = place
  const { id: registration, status } = row!
  const theirs = newPlace(model, world, { who, participation, registration, status, isBound: true, theirs: days })
  // Both together pay what one would have.
  const of = (count: number) => Math.round((price * Math.min(count, agreedDays)) / agreedDays)
  Object.assign(theirs, {
    feePerDay,
    price: of(left.length) - of(left.length - days.length),
    agreedDays: days.length,
    freeUntil: new Map(freeUntil),
  })
  for (const day of days) place.days.set(day, { is: 'handed' })
}

/** The colleague opens the link: what it shows is what is held, and what is accepted is theirs. */
export const colleagueAnswers = (at: number, answer: 'accept' | 'decline' | 'on paper'): Step =>
  step(`the colleague asked for place ${at} answers: ${answer}`, (model) => {
    const place = nth(
      model.places.filter(({ asked }) => asked),
      at,
    )
    return place && (async (_, world) => answerFor(model, world, place, answer))
  })

const answerFor = async (
  model: Model,
  world: World,
  place: Place,
  answer: 'accept' | 'decline' | 'on paper',
): Promise<void> => {
  const { who, day } = place.asked!
  const letter = await lastLetter(world, mailboxOf(who), 'colleague-asked')
  const token = invitationIn(letter?.text ?? '')
  const opened = await world.people().registrations.invitation(token)
  const registration = await registrationOf(world, place.registration)
  const asked = registration.asked as { answer?: string } | null
  const isOpen = asked !== null && asked.answer === undefined && registration.status === 'confirmed'
  const can = handable(model, place, nowOf(world))
  const days = day === undefined ? can : can.filter((one) => one === day)
  expect({ ok: opened.ok, who, days, isOpen }, `the link of ${who}`).toEqual({
    ok: isOpen && days.length > 0,
    who,
    days,
    isOpen,
  })
  if (!opened.ok || !('view' in opened)) {
    place.asked = undefined
    return
  }
  expect(opened.view.days, `what ${who} is shown`).toEqual(days)
  if (answer === 'on paper') {
    const done = await world
      .staff()
      .registrations.answerForColleague(place.registration, { signedAt: world.clock.now }, {})
    expect(done, who).toMatchObject({ ok: true })
    return takeOver(model, world, place, who, days)
  }
  const { revision, agreed } = opened.view
  const form = { answer, revision, termsHash: agreed.terms.hash }
  const done = await world.people().registrations.answerInvitation(token, form)
  expect(done, who).toMatchObject({ ok: true })
  if (answer === 'accept') await takeOver(model, world, place, who, days)
  else place.asked = undefined
}
