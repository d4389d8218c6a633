import { SYSTEM } from '../../kernel/act.ts'
import { changeApplication } from '../change.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import type { Application, Selection } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { enrollPerson, settlePlacePrice } from './enroll.ts'
import { endOffers, offerPlaces } from './offers.ts'
import { settleRosters } from './participants.ts'
import { settleScores } from './scores.ts'
import { tellRelease, tellStatus } from './status-notifications.ts'
import { each } from '../../context/each.ts'

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
  await each(context, over, 'An application could not be closed', (one) =>
    changeApplication(act, one, { status: 'closed' }, ['reason']),
  )
}

/** Everything that follows from where one application stands. A change in between leaves it to the next round. */
const settleOne = async (context: Context, application: Application): Promise<void> => {
  await tellStatus(context, application)
  const enrolled = await enrollPerson(context, application)
  if (enrolled) await tellStatus(context, enrolled)
  const { id, revision } = enrolled ?? application
  await settlePlacePrice(context, enrolled ?? application)
  await compareAndSet(context.payload, 'applications', id, { revision: { equals: revision } }, { unsettled: false })
}

/**
 * What follows for applications: scores from reviews, offers that ran out, places for those next in rank, and then everything
 * that is told, so that the decisions of a release go out together. Each step is one keyed write; a process that is killed
 * anywhere is made whole by the next.
 */
export const settleApplications = async (context: Context): Promise<void> => {
  const selections = await every(context, 'selections', {})
  const released = selections.filter(({ state }) => state === 'released')
  const closed = selections.filter(({ state }) => state === 'closed')
  await settleScores(
    context,
    [...released, ...closed].map(({ call }) => call),
  )
  await endOffers(context, new Set(closed.map(({ call }) => call)))
  await each(context, released, 'Places could not be offered', ({ call }) => offerPlaces(context, call))
  await each(context, closed, 'A selection could not be closed', (selection) => closeWaiting(context, selection))
  const unsettled = await every(context, 'applications', { unsettled: { equals: true } }, { sort: 'updatedAt' })
  await each(context, unsettled, 'What follows from an application failed', (one) => settleOne(context, one))
  await each(context, released, 'A release could not be told', (selection) => tellRelease(context, selection))
  await settleRosters(context)
}
