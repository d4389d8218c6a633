import { expect } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { beginOf, comingEvents, endHourOf, heldDays, type Model, type Place } from './model.ts'
import { mailboxOf, newPlace, nowOf, nth, registrationOf, step, type Step } from './step.ts'
import { GAP_DAYS, type Participation, type World } from './world.ts'

// What people do about their place, themselves or by telephone.

const MOST_PLACES = 6

export const register = (participation: Participation): Step =>
  step(`somebody (${participation}) registers`, (model) =>
    model.places.length >= MOST_PLACES
      ? undefined
      : async (_, world) => {
          const isOpen = !model.isCalledOff && nowOf(world) < Math.min(...heldDays(model).map(beginOf))
          const who = world.somebody()
          const done = await world.register(model.session, who, participation)
          // A guest's check may not be able to come in time any more; that is for the rules of checks.
          const isRefusedGuest = participation === 'guest' && !done.ok && 'participation' in done.errors
          if (isRefusedGuest) return
          expect(done, who).toMatchObject({ ok: isOpen })
          if (!done.ok) return
          const [row] = await world.rows('registrations', { email: { equals: mailboxOf(who) } })
          newPlace(model, world, { who, participation, registration: row!.id, status: row!.status, isBound: true })
        },
  )

const isOver = (model: Model, world: World): boolean =>
  model.isCalledOff || nowOf(world) >= Math.max(...heldDays(model).map(endHourOf))

/** Staff add somebody who called: with the terms signed on paper, or asked for by mail. */
export const addAtDesk = (participation: Participation, isSigned: boolean): Step =>
  step(`the desk adds somebody (${participation}), ${isSigned ? 'signed on paper' : 'asked by mail'}`, (model) =>
    model.places.length >= MOST_PLACES
      ? undefined
      : async (_, world) => {
          const who = world.somebody()
          const form = await world.formFor(model.session, who, participation)
          const done = await world.staff().registrations.add(form, isSigned ? world.clock.now : undefined)
          expect(done, who).toMatchObject({ ok: !isOver(model, world) })
          if (!done.ok) return
          const { status } = await registrationOf(world, done.registration)
          newPlace(model, world, { who, participation, registration: done.registration, status, isBound: isSigned })
        },
  )

/** Somebody stands at the door who is not on the list. */
export const walksIn = (participation: Participation, isSigned: boolean): Step =>
  step(`somebody (${participation}) walks in, ${isSigned ? 'signs' : 'does not sign'}`, (model) =>
    model.places.length >= MOST_PLACES
      ? undefined
      : async (_, world) => {
          const held = heldDays(model).find((day) => beginOf(day) <= nowOf(world) && nowOf(world) < endHourOf(day))
          if (!held || model.isCalledOff) return
          const who = world.somebody()
          const form = await world.formFor(model.session, who, participation)
          const signedAt = isSigned ? world.clock.now : undefined
          const entry = { session: model.session, date: held, form, waitingAreAbsent: true, signedAt }
          const done = await world.staff().attendance.walkIn(entry)
          expect(done, who).toMatchObject({ ok: true })
          const [row] = await world.rows('registrations', { email: { equals: mailboxOf(who) } })
          const { id: registration, status } = row!
          const place = newPlace(model, world, { who, participation, registration, status, isBound: isSigned })
          if (status === 'confirmed') place.days.set(held, { is: 'there' })
        },
  )

/** Whoever was added by the desk accepts the terms: with one click, or on paper. */
export const acceptTerms = (at: number, how: 'online' | 'paper'): Step =>
  step(`place ${at} accepts the terms ${how}`, (model) => {
    const place = nth(
      model.places.filter(({ isBound, status }) => !isBound && status !== 'canceled'),
      at,
    )
    return (
      place &&
      (async (_, world) => {
        const registration = await registrationOf(world, place.registration)
        const isOpen = registration.status !== 'canceled'
        const done =
          how === 'paper'
            ? await world.staff().registrations.noteSigned(place.registration, world.clock.now)
            : await world.people().registrations.acceptTerms(await world.tokenOf(registration), {
                termsHash: (registration.agreed as { terms: { hash: string } }).terms.hash,
              })
        expect(done, `${place.who} accepts`).toMatchObject({ ok: isOpen })
        if (isOpen) place.isBound = true
      })
    )
  })

/** `told`: so many hours before the desk writes it down. */
type Cancel = { by: 'person' | 'staff'; at: number; which: number | 'all'; told?: number }

/** Gives up one event, or all that is still to come. */
export const cancel = ({ by, at, which, told }: Cancel): Step => {
  const notice = told ? `, who was told ${told} hours before` : ''
  return step(`place ${at} is canceled by ${by}, ${which === 'all' ? 'all' : `event ${which}`}${notice}`, (model) => {
    const place = nth(model.places, at)
    return place && (async (_, world) => cancelPlace(model, world, place, { by, which, told }))
  })
}

const WAS_THERE = ['there']

const cancelPlace = async (
  model: Model,
  world: World,
  place: Place,
  { by, which, told }: Omit<Cancel, 'at'>,
): Promise<void> => {
  const now = nowOf(world) - (told ?? 0) * 3_600_000
  const coming = comingEvents(model, place, now, GAP_DAYS)
  const chosen =
    which === 'all' || place.status !== 'confirmed' ? coming : [nth(coming, which)].filter((one) => one !== undefined)
  const asked = which === 'all' || coming.length === 0 ? {} : { days: chosen.map(([first]) => first!) }
  const registration = await registrationOf(world, place.registration)
  const { revision } = registration
  const noticeAt = told === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(now)
  const done =
    by === 'staff'
      ? await world
          .staff()
          .registrations.cancel(place.registration, { ...asked, revision, reason: 'Asked by telephone.', noticeAt })
      : await world.people().registrations.cancel(await world.tokenOf(registration), { ...asked, revision, reason: '' })
  const wasThere = chosen.flat().some((day) => WAS_THERE.includes(place.days.get(day)?.is ?? ''))
  const isPossible = coming.length > 0 && now >= place.since && !wasThere
  expect({ done: done.ok, place: place.who, coming }).toEqual({ done: isPossible, place: place.who, coming })
  if (!done.ok || place.status !== 'confirmed') return
  for (const day of chosen.flat()) {
    const isLate = place.isBound && now > (place.freeUntil.get(day) ?? Infinity)
    if (place.days.get(day)?.is === 'coming' || place.days.get(day)?.is === 'absent') {
      place.days.set(day, { is: 'gone', late: isLate })
      if (!isLate) place.fees.delete(day)
    }
  }
}

export const answerOffer = (at: number, given: 'accept' | 'decline'): Step =>
  step(`the offer to place ${at} is answered: ${given}`, (model) => {
    const place = nth(
      model.places.filter(({ status }) => status === 'offered'),
      at,
    )
    return (
      place &&
      (async (_, world) => {
        const token = await world.tokenOf(await registrationOf(world, place.registration))
        await world.people().registrations.answerOffer(token, { answer: given })
      })
    )
  })

/** The token behind the link of a letter to a colleague. */
export const invitationIn = (text: string): string =>
  new RegExp(`${paths.colleague('')}([\\w.-]+)`).exec(text)?.[1] ?? ''
