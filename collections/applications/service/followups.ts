import { SYSTEM } from '../../kernel/act.ts'
import { callOf } from '../../collaboratives/policy.ts'
import { changeApplication } from '../change.ts'
import type { Selection } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { every, one, pluck } from '../../kernel/queries.ts'
import { EVERYTHING, type Step } from '../../followups/service/step.ts'
import { selectionOf } from './calls.ts'
import { bookPlacePrice, enrollPerson } from './enroll.ts'
import { endOffers, lateOffers, offerPlaces } from './offers.ts'
import { idOf } from '../../kernel/related.ts'
import { bringRostersInLine } from './participants.ts'
import { notifyParticipants } from './program-letters.ts'
import { notifyRelease, notifyStatus } from './status-notifications.ts'

/**
 * Who waits when a selection is closed has no place. Whoever the desk takes back in line after that stays there, to be offered
 * one by hand; a choice declined after that leaves nothing to wait for.
 */
const closeWaiting = async (context: Context, { call, closedAt }: Selection): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const waiting = await every(context, 'applications', {
    and: [{ call: { equals: call } }, { status: { equals: 'waiting' } }],
  })
  const over = waiting.filter(
    ({ movedAt, answeredAt }) => !movedAt || !closedAt || movedAt <= closedAt || movedAt === answeredAt,
  )
  // Logged with what is told.
  await each(over, (one) => changeApplication(act, one, { status: 'closed' }, null, ['reason']))
}

/**
 * The places of a call: offers that ran out end, and free places go to those next in rank. Once every place is offered, whoever
 * is not offered one is told, so that the decisions of a release go out together and nobody hears that they wait who does not.
 */
const bringInLine = async (context: Context, call: string): Promise<void> => {
  const selection = await selectionOf(context, call)
  await endOffers(context, call, selection?.state === 'closed')
  if (selection?.state === 'closed') await closeWaiting(context, selection)
  if (selection?.state !== 'released') return
  await offerPlaces(context, call)
  await notifyRelease(context, selection)
}

/** A meeting that is new, or lies elsewhere, can change what there is still a place in; it does not say of which call. */
export const callPlaces: Step = {
  name: 'call-places',
  follows: {
    applications: ({ call }) => call,
    selections: ({ call }) => call,
    collaboratives: (collaborative) => callOf(collaborative),
    sessions: ({ collaborative }) => (collaborative ? EVERYTHING : undefined),
  },
  due: async (context, { until }) => (await lateOffers(context, until)).map(({ call }) => call),
  handle: async (context, call) => {
    if (call !== EVERYTHING) return bringInLine(context, call)
    const released = await pluck(context, 'selections', { state: { in: ['released', 'closed'] } }, ['call'])
    await each(released, (one) => bringInLine(context, one.call))
  },
}

/** What is told, logged and booked because of where one application stands. */
export const applicationStatuses: Step = {
  name: 'application-statuses',
  follows: { applications: ({ id }) => id },
  handle: async (context, id) => {
    const application = await one(context, 'applications', id)
    if (!application) return
    await notifyStatus(context, application)
    await enrollPerson(context, application)
    await bookPlacePrice(context, application)
  },
}

/** Who takes part in a program is registered for its meetings. */
export const rosters: Step = {
  name: 'rosters',
  follows: {
    applications: () => EVERYTHING,
    sessions: ({ collaborative }) => (collaborative ? EVERYTHING : undefined),
  },
  handle: bringRostersInLine,
}

/** Everybody who takes part in a program, or leaves it, hears of all their days in one letter. */
export const programLetters: Step = {
  name: 'program-letters',
  follows: {
    applications: ({ id, status }) => (status === 'enrolled' ? id : undefined),
    registrations: ({ application }) => idOf(application),
  },
  handle: notifyParticipants,
}
