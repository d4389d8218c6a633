import { agreedPlaceOf, answersOf, askedOf, choicesOf, reasonsOf, teamOf } from '../form.ts'
import { canName } from '../answer.ts'
import { canSendPapers, missingPapers, papersOf } from '../papers.ts'
import { lastSentAt } from '../earlier.ts'
import { refusalToWrite } from '../policy.ts'
import type { ApplicationStatus } from '../states.ts'
import { refusalToAnswer } from '../selection.ts'
import { leavingOf } from '../withdrawal.ts'
import type { ApplicationView, OfferView } from '../view.ts'
import { idOf } from '../../kernel/related.ts'
import type { Application } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { tokenFor } from '../../context/links.ts'
import { every, one } from '../../kernel/queries.ts'
import { owedNow } from './enroll.ts'
import { callOfApplication, placeToAgree, sentAgainNow } from './link.ts'
import { programView, timelinessOfCall } from './program-view.ts'
import { collaborativeOf } from './programs.ts'

const momentOf = (instant: string | null | undefined) => (instant ? Temporal.Instant.from(instant) : null)

const namesOf = async (context: Context, application: Application): Promise<ApplicationView['choices']> => {
  const choices = await Promise.all(
    choicesOf(application).map(async ({ collaborative, state, until }) => {
      const chosen = await collaborativeOf(context, collaborative)
      return chosen && { slug: chosen.slug, name: chosen.name, state, until: momentOf(until) }
    }),
  )
  return choices.filter((choice) => choice !== undefined)
}

/** What can still be answered; an offer whose time is over is none. */
const offerOf = async (context: Context, application: Application): Promise<OfferView | null> => {
  const offerUntil = momentOf(application.offerUntil)
  if (!offerUntil || refusalToAnswer({ status: application.status, offerUntil }, context.now)) return null
  const agreed = await placeToAgree(context, application)
  return agreed ? { until: offerUntil, agreed } : null
}

const organizationOf = async (context: Context, { organization }: Application) => {
  const id = organization && idOf(organization)
  if (!id) return null
  const name = (await context.organizations()).get(id)?.name ?? (await one(context, 'organizations', id))?.name
  return name === undefined ? null : { id, name }
}

/** The applicant's own days; those of a team's people are theirs, and go to their mailboxes. */
const registrationsOf = async (
  context: Context,
  { id, person }: Application,
): Promise<ApplicationView['registrations']> => {
  const own = await every(context, 'registrations', {
    and: [
      { application: { equals: id } },
      { person: { equals: idOf(person) } },
      { status: { not_equals: 'canceled' } },
    ],
  })
  const { session: sessions } = await context.source.read()
  const rows = await Promise.all(
    own.map(async (registration) => ({
      session: idOf(registration.session),
      day: sessions.get(idOf(registration.session))?.days[0]?.date ?? '',
      token: await tokenFor(context, 'manage', registration),
    })),
  )
  return rows.filter(({ day }) => day !== '').sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Where the reason is the applicant's own, or was mailed. In every other state it is for the desk: a rank, a score, a note. */
const TOLD_REASONS: readonly ApplicationStatus[] = ['declined', 'withdrawn', 'ineligible']

/** Everything the link to an application shows. */
export const applicationView = async (context: Context, application: Application): Promise<ApplicationView> => {
  const { id, revision, status, name, email, phone, employer, jobTitle } = application
  const call = await callOfApplication(context, application)
  const team = teamOf(application)
  const owed = await owedNow(context, application)
  const place = application.place ? await collaborativeOf(context, idOf(application.place)) : undefined
  return {
    id,
    revision,
    status,
    program: await programView(context, call),
    name,
    email,
    phone: phone ?? '',
    organization: await organizationOf(context, application),
    employer: employer ?? '',
    jobTitle: jobTitle ?? '',
    teamName: team?.name ?? '',
    teamKind: team?.kind ?? '',
    members: team?.members ?? [],
    choices: await namesOf(context, application),
    asked: askedOf(application) ?? call.asked,
    answers: answersOf(application),
    reasons: reasonsOf(application),
    submittedAt: momentOf(application.submittedAt),
    changedAt: application.changedAt ? momentOf(lastSentAt(application)) : null,
    answeredAt: momentOf(application.answeredAt),
    reason: TOLD_REASONS.includes(status) ? (application.reason ?? null) : null,
    place: place ? { slug: place.slug, name: place.name } : null,
    offer: await offerOf(context, application),
    agreed: agreedPlaceOf(application),
    registrations: await registrationsOf(context, application),
    canSend: refusalToWrite(status, timelinessOfCall(call), await sentAgainNow(context, application)) === undefined,
    leaving: leavingOf(application, owed),
    owed,
    papers: canSendPapers(application)
      ? {
          until: momentOf(application.papersUntil),
          missing: missingPapers(application),
          sent: papersOf(application),
          hasAgreement: Boolean(application.agreement),
        }
      : null,
    canName: canName(application) && agreedPlaceOf(application) !== null,
  }
}
