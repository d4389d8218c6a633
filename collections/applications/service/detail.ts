import { canAct, type DeskAction } from '../desk.ts'
import { RANKED_BY, standing } from '../explain.ts'
import { earlierVersionsOf } from '../earlier.ts'
import { agreedPlaceOf, answersOf, applicantName, askedOf, teamOf, type AskedForm, type FormAnswers } from '../form.ts'
import { canSendPapers, missingPapers, papersOf } from '../papers.ts'
import type { Joining } from '../joining.ts'
import { rank } from '../selection.ts'
import { isAskedFor, withdrawalOf } from '../withdrawal.ts'
import { mostPoints, sumOf, type PointScores } from '../../reviews/points.ts'
import { idOf } from '../../kernel/related.ts'
import { countWords } from '../../values/word-count.ts'
import { dayIn, instantOf } from '../../values/day.ts'
import type { Application, Review } from '../../kernel/payload-types.ts'
import { collaborativeOf } from './programs.ts'
import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { organizationNames, staffNames } from '../../staff/queries.ts'
import { chargeEntries, logEntries, messageEntries } from '../../staff/records.ts'
import { callNamed, candidateOf, rankedIn, selectionOf, stateOf } from './calls.ts'
import { owedNow, priceOf } from './enroll.ts'
import { isSettled } from './transitions.ts'
import { choiceViews, organizationOf } from './ranking.ts'
import { reasonOf } from './status-notifications.ts'
import type { ApplicationCase, DeskActions, ReviewLine } from './staff-views.ts'

// One application with all that is known about it.

/** Everything that was ever written down about an application. */
const recordsOf = async (context: Context, { id }: Application) => {
  const ofThis = { application: { equals: id } }
  const [reviews, messages, log, charges, registrations] = await Promise.all([
    every(context, 'reviews', ofThis, { sort: 'seat' }),
    messageEntries(context, ofThis),
    logEntries(context, ofThis),
    chargeEntries(context, ofThis),
    every(context, 'registrations', ofThis, { sort: 'name' }),
  ])
  return { reviews, messages, log, charges, registrations }
}

const reviewLine = (review: Review, asked: AskedForm | null, reviewers: ReadonlyMap<string, string>): ReviewLine => {
  const scores = review.scores as PointScores
  const criteria = asked?.criteria ?? []
  return {
    reviewer: reviewers.get(idOf(review.reviewer)) ?? '',
    sum: review.status === 'started' ? null : sumOf(criteria, scores),
    of: mostPoints(criteria),
    comments: Object.values(scores).flatMap(({ comment }) => comment.trim() || []),
  }
}

const actionsOf = (
  application: Application,
  isReleased: boolean,
  views: ApplicationCase['choices'],
  isOpen: boolean,
  joining: ReadonlyMap<string, Joining>,
): DeskActions => {
  const can = (action: DeskAction) => canAct(action, application)
  return {
    score: can('score'),
    ineligible: can('ineligible'),
    lookAgain: can('lookAgain'),
    offer:
      isReleased && can('offer')
        ? views.filter(({ id, state }) => state !== 'declined' && joining.get(id) !== 'over')
        : [],
    takeBack: can('takeBack'),
    withdraw: can('withdraw'),
    keep: can('keep'),
    papers: can('papers'),
    enroll: can('enroll'),
    price: isOpen,
  }
}

/** A request to leave that waits for the desk. */
const leavingIn = (application: Application): ApplicationCase['leaving'] => {
  const withdrawal = isAskedFor(application) ? withdrawalOf(application) : null
  return withdrawal && { at: Temporal.Instant.from(withdrawal.at), reason: withdrawal.reason || null }
}

const papersIn = async (context: Context, application: Application): Promise<ApplicationCase['papers']> => {
  const papers = papersOf(application)
  const since = instantOf(agreedPlaceOf(application)?.at ?? application.movedAt)
  if (application.applicant !== 'team' || !since || !(papers || canSendPapers(application))) return null
  const file = application.agreement ? await one(context, 'files', idOf(application.agreement)) : undefined
  return {
    since,
    until: instantOf(application.papersUntil),
    missing: missingPapers(application),
    purchaseOrder: papers?.purchaseOrder ?? '',
    billing: papers?.billing ?? null,
    agreement: file ? { id: file.id, name: file.givenName } : null,
  }
}

const answersIn = ({ conditions, dates, texts }: FormAnswers, asked: AskedForm | null) => {
  return {
    minimum: asked?.minimum ?? null,
    conditions: (asked?.conditions ?? []).map((text, index) => ({ text, answer: conditions[index] ?? null })),
    dates: (asked?.dates ?? []).map((date) => ({ date, canAttend: dates.includes(date) })),
    answers: (asked?.questions ?? []).map(({ text, kind }, index) => {
      const answer = texts[String(index + 1)] ?? ''
      return { question: text, answer, words: kind === 'text' ? countWords(answer) : null }
    }),
  }
}

const standingOf = async (context: Context, application: Application): Promise<string | null> => {
  const ranked = rank((await rankedIn(context, application.call)).map(candidateOf))
  const found = ranked.find(({ candidate }) => candidate.id === application.id)
  return found ? `${standing(found.rank, ranked.length, application.score ?? null)}: ${RANKED_BY[found.by]}` : null
}

/** One application; undefined when there is none, or it was never sent: a draft is read by nobody. */
export const applicationCase = async (context: Context, id: string): Promise<ApplicationCase | undefined> => {
  const application = await one(context, 'applications', id)
  if (!application || application.status === 'draft') return undefined
  const [records, selection, organizations, reviewers, snapshot, begunAt] = await Promise.all([
    recordsOf(context, application),
    selectionOf(context, application.call),
    organizationNames(context),
    staffNames(context),
    context.source.read(),
    collaborativeOf(context, idOf(application.collaborative)),
  ])
  const call = callNamed(snapshot, application.call, context.now)
  const names = call?.names ?? new Map(begunAt ? [[begunAt.id, begunAt.name]] : [])
  const asked = askedOf(application)
  const zone = begunAt?.timeZone ?? context.zone
  const choices = choiceViews(application, names)
  const price = application.place ? await priceOf(context, application) : null
  const isPriceOpen = application.status === 'enrolled' && price === null && !(await isSettled(context, id))
  return {
    id,
    revision: application.revision,
    call: { key: application.call, title: call?.title ?? begunAt?.name ?? '' },
    zone,
    title: applicantName(application),
    applicant: application.applicant,
    status: application.status,
    person: {
      name: application.name,
      email: application.email,
      phone: application.phone || null,
      jobTitle: application.jobTitle || null,
    },
    organization: organizationOf(application, organizations),
    team: teamOf(application),
    submittedAt: instantOf(application.submittedAt),
    choices,
    standing: await standingOf(context, application),
    score: application.score ?? null,
    scoreReason: application.scoreReason || null,
    place: names.get(idOf(application.place) ?? '') ?? null,
    offerUntil: application.status === 'offered' ? instantOf(application.offerUntil) : null,
    reason: application.reason || null,
    ineligible: application.status === 'ineligible' ? reasonOf(application).split('\n').filter(Boolean) : [],
    ...answersIn(answersOf(application), asked),
    earlier: earlierVersionsOf(application)
      .toReversed()
      .map((version) => ({
        sentAt: Temporal.Instant.from(version.sentAt),
        until: Temporal.Instant.from(version.until),
        ...answersIn(version.answers, version.asked),
      })),
    price,
    isPriceOpen,
    owed: await owedNow(context, application),
    leaving: leavingIn(application),
    purchaseOrder: application.purchaseOrder || null,
    papers: await papersIn(context, application),
    charges: records.charges,
    registrations: records.registrations.map((one) => {
      const session = snapshot.session.get(idOf(one.session))
      return {
        id: one.id,
        name: one.name,
        session: { id: idOf(one.session), startsOn: session ? dayIn(session.startsAt, session.timeZone) : null },
        status: one.status,
      }
    }),
    reviews: records.reviews
      .filter(({ status }) => status !== 'handed-back')
      .map((review) => reviewLine(review, asked, reviewers)),
    messages: records.messages,
    log: records.log,
    note: application.note || null,
    actions: actionsOf(application, stateOf(selection) !== 'scoring', choices, isPriceOpen, call?.joining ?? new Map()),
  }
}
