import type { Application } from '../../kernel/payload-types.ts'
import { applyingOf } from '../../collaboratives/policy.ts'
import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { EVERYTHING, isNewHour, within, type Step } from '../../followups/service/step.ts'
import { every, one, pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { endOfDay, instantOf } from '../../values/day.ts'
import { isReminding } from '../../values/reminding.ts'
import { notifyApplicant } from './notifications.ts'
import { collaborativeOf } from './programs.ts'

// What ends is said once before it does: the time to send a draft, and the time to answer an offer.

const DRAFT_DAYS = 3
const OFFER_DAYS = 1

const deadlineOf = async (context: Context, { collaborative }: Pick<Application, 'collaborative'>) => {
  const about = await collaborativeOf(context, idOf(collaborative))
  const { appliesUntil, timeZone } = about ? applyingOf(about) : { appliesUntil: null, timeZone: context.zone }
  return appliesUntil ? endOfDay(appliesUntil, timeZone) : null
}

const remindOfDraft = async (context: Context, application: Application): Promise<void> => {
  const deadline = await deadlineOf(context, application)
  const began = Temporal.Instant.from(application.startedAt)
  if (isReminding(deadline, began, DRAFT_DAYS, context.now))
    await notifyApplicant(context, application, 'application-unsent', { key: deadline!.toString() })
}

/** Whether the time to apply ends within the next days of any program on the site; most of the year it does not. */
const isClosingSomewhere = async ({ source, now }: Context): Promise<boolean> => {
  const { collaboratives } = await source.read()
  return [...collaboratives.values()].some((one) => {
    const { appliesUntil, timeZone } = applyingOf(one)
    const end = appliesUntil && endOfDay(appliesUntil, timeZone)
    return (
      end &&
      Temporal.Instant.compare(now, end) <= 0 &&
      Temporal.Instant.compare(now, end.subtract({ hours: (DRAFT_DAYS + 1) * 24 })) >= 0
    )
  })
}

/** Looks each hour, while the time to apply ends somewhere, who has begun and not sent anything. */
export const unsentApplications: Step = {
  name: 'unsent-applications',
  follows: {},
  due: async (context, span) => (isNewHour(span) && (await isClosingSomewhere(context)) ? [EVERYTHING] : []),
  handle: async (context) => {
    const drafts = await pluck(context, 'applications', { status: { equals: 'draft' } }, ['id'])
    await each(drafts, async ({ id }) => {
      const application = await one(context, 'applications', id)
      if (application?.status === 'draft') await remindOfDraft(context, application)
    })
  },
}

/** Tells who was offered a place and has not answered that the offer ends. */
export const endingOffers: Step = {
  name: 'ending-offers',
  follows: {},
  due: async (context, { since, until }) => {
    const soon = { since: since?.add({ hours: OFFER_DAYS * 24 }), until: until.add({ hours: OFFER_DAYS * 24 }) }
    const open = await every(context, 'applications', {
      and: [{ status: { equals: 'offered' } }, within('offerUntil', soon)],
    })
    return open.map(({ id }) => id)
  },
  handle: async (context, id) => {
    const application = await one(context, 'applications', id)
    const end = instantOf(application?.offerUntil)
    if (application?.status !== 'offered' || !end) return
    const offered = instantOf(application.offeredAt) ?? end
    if (isReminding(end, offered, OFFER_DAYS, context.now))
      await notifyApplicant(context, application, 'place-ending', { key: application.offerUntil ?? '' })
  },
}
