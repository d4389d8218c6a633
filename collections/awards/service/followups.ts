import { giveBadge } from './badges.ts'
import { keepCertificates } from './certificates.ts'
import { notifyAward, notifyEnding } from './notifications.ts'
import { renameAward } from './renaming.ts'
import { unitOf } from './units.ts'
import { RENEW_DAYS, statusOf } from '../policy.ts'
import { isReminding } from '../../values/reminding.ts'
import { count, every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { each } from '../../context/each.ts'
import { EVERYTHING, isNewHour, within, type Step } from '../../followups/service/step.ts'
import { keyOf, signAnew } from './resigning.ts'

/** Work that passed earns its micro-credential, once. */
export const badges: Step = {
  name: 'badges',
  follows: { submissions: ({ id, status }) => (status === 'passed' ? id : undefined) },
  handle: async (context, id) => {
    const submission = await one(context, 'submissions', id)
    const isOpen =
      submission?.status === 'passed' && (await count(context, 'awards', { submission: { equals: id } })) === 0
    if (isOpen) await giveBadge(context, submission)
  },
}

/** Sessions that are over earn certificates, which follow the ledger of days from then on; a mark taken back is only in the log. */
export const certificates: Step = {
  name: 'certificates',
  follows: {
    sessions: ({ id }) => id,
    attendance: ({ session }) => idOf(session),
    'evaluation-receipts': ({ session }) => idOf(session),
    events: ({ kind, session }) => (kind === 'attendance.recorded' ? idOf(session) : undefined),
  },
  due: async (context, span) => (await every(context, 'sessions', within('endsAt', span))).map(({ id }) => id),
  handle: async (context, id) => {
    const unit = await unitOf(context, id)
    if (unit) await keepCertificates(context, unit)
  },
}

/** What is written to the holder of an award, and into the log. */
export const awardNotifications: Step = {
  name: 'award-notifications',
  follows: { awards: ({ id }) => id },
  handle: async (context, id) => {
    const award = await one(context, 'awards', id)
    if (award) await notifyAward(context, award)
  },
}

/** Who is called otherwise now has it on what was given to them: at the same address, issued anew. */
export const renamedAwards: Step = {
  name: 'renamed-awards',
  follows: { people: ({ id }) => id },
  handle: async (context, id) => {
    const person = await one(context, 'people', id)
    if (!person?.former) return
    const awards = await every(context, 'awards', { person: { equals: id } })
    for (const award of awards) await renameAward(context, award, person)
  },
}

/** Tells holders that an award ends, while there is time to renew it; nobody who has renewed it already. */
export const endingAwards: Step = {
  name: 'ending-awards',
  follows: {},
  due: async (context, { since, until }) => {
    const days = { hours: RENEW_DAYS * 24 }
    const soon = { since: since?.add(days), until: until.add(days) }
    return (await every(context, 'awards', within('expiresAt', soon))).map(({ id }) => id)
  },
  handle: async (context, id) => {
    const award = await one(context, 'awards', id)
    if (!award?.expiresAt || statusOf(award, context.now) !== 'valid') return
    const end = Temporal.Instant.from(award.expiresAt)
    if (!isReminding(end, Temporal.Instant.from(award.awardedAt), RENEW_DAYS, context.now)) return
    const later = await count(context, 'awards', {
      and: [
        { person: { equals: idOf(award.person) } },
        { credential: { equals: idOf(award.credential) } },
        { expiresAt: { greater_than: award.expiresAt } },
      ],
    })
    if (later === 0) await notifyEnding(context, award)
  },
}

/** Awards that were signed with a key that was retired are signed anew, so that nobody who earned one loses it. */
export const retiredKeys: Step = {
  name: 'retired-keys',
  follows: {},
  due: async (context, span) =>
    isNewHour(span) && ((await context.badgeKeys()).retired ?? []).length > 0 ? [EVERYTHING] : [],
  handle: async (context) => {
    const { retired = [] } = await context.badgeKeys()
    const kids = new Set(retired.map(({ kid }) => kid))
    const given = await every(context, 'awards', { kind: { equals: 'credential' } })
    await each(given, async (award) => {
      if (award.signed && kids.has(keyOf(award.signed))) await signAnew(context, award)
    })
  },
}
