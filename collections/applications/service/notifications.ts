import { choiceSentence } from '../explain.ts'
import { lastChanges } from '../earlier.ts'
import { agreedPlaceOf, askedOf, choicesOf, reasonsOf } from '../form.ts'
import { missingPapers, PAPER_LABELS } from '../papers.ts'
import { canCorrect } from '../policy.ts'
import { applicationWindow, applyingOf } from '../../collaboratives/policy.ts'
import { minimumOf, owedSentence, placePriceOf } from '../sentences.ts'
import { notify } from '../../context/notify.ts'
import { dayLine, daysToCome } from '../../messages/sentences.ts'
import { deskValues, plainName, type Desk } from '../../messages/values.ts'
import { contactView } from '../../contacts/view.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import { paths } from '../../kernel/paths.ts'
import { idOf } from '../../kernel/related.ts'
import type { Values } from '../../templates/placeholders.ts'
import type { MessageKind } from '../../templates/states.ts'
import { endOfDay, formatInstant } from '../../values/day.ts'
import { LOCALES } from '../../values/locale.ts'
import { joinWords } from '../../values/words.ts'
import type { Application, Collaborative } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import { every } from '../../kernel/queries.ts'
import { owedNow } from './enroll.ts'
import { callIn, collaborativeOf, contactOf, liveDatesIn } from './programs.ts'

/** Messages that say when the collaborative meets; only who is enrolled is given the links to join. */
const WITH_SCHEDULE: readonly MessageKind[] = ['place-offered', 'enrolled']

const scheduleOf = async (context: Context, collaborative: string, hasPlace: boolean): Promise<string> => {
  const sessions = await every(
    context,
    'sessions',
    { and: [{ collaborative: { equals: collaborative } }, { status: { equals: 'scheduled' } }] },
    { sort: 'startsAt' },
  )
  const lines = sessions.flatMap((session) =>
    daysToCome(
      session.days.filter(({ canceled }) => !canceled),
      session.timeZone,
      context.now,
    ).map((day) => dayLine(day, session, hasPlace, LOCALES[0])),
  )
  return lines.join('\n')
}

/** What the place costs: what was agreed to, what the one place costs, or what all that were asked for cost alike. */
const priceValue = (application: Application, about: Collaborative, asked: readonly Collaborative[]): string => {
  const { applicant, place } = application
  const agreed = agreedPlaceOf(application)
  if (agreed) return placePriceOf(agreed.price, applicant, LOCALES[0])
  const prices = new Set((place ? [about] : asked).map(({ price }) => price ?? null))
  const [price] = prices.size === 0 ? [about.price ?? null] : prices
  return prices.size > 1 ? '' : placePriceOf(price ?? null, applicant, LOCALES[0])
}

/** Until when somebody can correct answers by which they cannot take part; empty where they cannot. */
const correctionOf = (application: Application, about: Collaborative, now: Temporal.Instant): string => {
  if (!canCorrect({ status: application.status, reasons: reasonsOf(application) })) return ''
  if (applicationWindow(applyingOf(about), now) !== 'open') return ''
  const until = about.appliesUntil
    ? ` until ${formatInstant(endOfDay(about.appliesUntil, about.timeZone), about.timeZone, LOCALES[0])}`
    : ''
  return `If an answer is a mistake, correct it by the link below${until}.`
}

/** Whoever answers for a program signs its messages; undefined where nobody does but the desk. */
const programDesk = (snapshot: Snapshot, one: Collaborative): Desk | undefined => {
  const contact = contactOf(snapshot, one)
  return contact && contactView(contact)
}

/** Why it is this place that is offered; see `choiceSentence`. A place that was offered before and not let go still has its end. */
const choiceLine = (
  application: Application,
  place: string,
  chosen: readonly (Collaborative | undefined)[],
): string => {
  const choices = choicesOf(application)
  const at = choices.findIndex(({ collaborative }) => collaborative === place)
  const nameAt = (index: number) => chosen[index]?.name
  const wanted = choices
    .slice(0, Math.max(0, at))
    .flatMap(({ state }, index) => (state === 'open' ? (nameAt(index) ?? []) : []))
  const before = choices.findIndex(({ state, until }, index) => index > at && state === 'open' && until !== undefined)
  return choiceSentence(nameAt(at) ?? '', wanted, nameAt(before))
}

/** Messages about what somebody asked for, and not about the program it is a part of. */
const OF_CHOICES: readonly MessageKind[] = ['place-waiting', 'no-place']

/** What a general application without a place goes by. */
const generalName = (kind: MessageKind, about: Collaborative, asked: readonly Collaborative[]): string => {
  const isOfChoices = OF_CHOICES.includes(kind) && asked.length > 0
  return isOfChoices ? joinWords(asked.map(({ name }) => name)) : (about.program ?? about.name)
}

/**
 * Everything a message about an application can say, from how things stand now. While no place is held, a general application
 * for several collaboratives goes by the name of the program they belong to.
 */
const valuesOf = async (context: Context, kind: MessageKind, application: Application): Promise<Values> => {
  const snapshot = await context.source.read()
  const place = application.place ? idOf(application.place) : null
  const about = await collaborativeOf(context, place ?? idOf(application.collaborative))
  if (!about) throw new Error(`There is no collaborative for application ${application.id}.`)
  const chosen = await Promise.all(
    choicesOf(application).map(({ collaborative }) => collaborativeOf(context, collaborative)),
  )
  const asked = chosen.filter((one) => one !== undefined)
  const isGeneral = !place && callIn(snapshot, application.call).length > 1
  const agreed = agreedPlaceOf(application)
  const terms = agreed ?? {
    minimum: about.minimumSessions ?? null,
    dates: askedOf(application)?.dates ?? liveDatesIn(snapshot, about.id),
  }
  const desk = programDesk(snapshot, about) ?? deskOf(snapshot, context)
  return {
    name: plainName(application.name, 'there'),
    program: isGeneral ? generalName(kind, about, asked) : about.name,
    program_link: context.siteUrl + paths.collaborative(about.slug),
    application_link: await linkFor(context, 'application', application),
    apply_until: about.appliesUntil
      ? formatInstant(endOfDay(about.appliesUntil, about.timeZone), about.timeZone, LOCALES[0])
      : '',
    correct: correctionOf(application, about, context.now),
    choices: asked.map(({ name }) => name).join('\n'),
    changes: lastChanges(application).join('\n'),
    price: priceValue(application, about, asked),
    cost: owedSentence(
      await owedNow(context, application),
      application.status === 'withdrawn',
      agreed?.collaborative.name ?? about.name,
      LOCALES[0],
    ),
    minimum: minimumOf(terms, agreed !== null, LOCALES[0]),
    line: kind === 'place-offered' && place ? choiceLine(application, place, chosen) : '',
    papers: missingPapers(application)
      .map((kind) => PAPER_LABELS[kind])
      .join('\n'),
    papers_until: application.papersUntil
      ? formatInstant(Temporal.Instant.from(application.papersUntil), about.timeZone, LOCALES[0])
      : '',
    offer_until: application.offerUntil
      ? formatInstant(Temporal.Instant.from(application.offerUntil), about.timeZone, LOCALES[0])
      : '',
    schedule: WITH_SCHEDULE.includes(kind) ? await scheduleOf(context, about.id, kind === 'enrolled') : '',
    ...deskValues(desk),
  }
}

/** `key` tells apart what may be said more than once; `values` is what the caller knows better. */
type More = { key?: string; values?: Values; calendar?: string | undefined }

/**
 * Writes to an applicant, once for each kind and key: `application:<id>:<kind>[:<key>]`. Where the place is gone by now, as after
 * a declined offer, give the application as it was while it was held. Throws where the collaborative is gone altogether.
 */
export const notifyApplicant = async (
  context: Context,
  application: Application,
  kind: MessageKind,
  { key, values = {}, calendar }: More = {},
): Promise<void> => {
  await notify(context, kind, {
    about: `application:${application.id}`,
    key,
    to: application.email,
    values: { ...(await valuesOf(context, kind, application)), ...values },
    calendar,
    person: idOf(application.person),
    application: application.id,
  })
}

/**
 * What has to have been written for an application to be as it is, as far as the applicant brought it there; once more where it
 * has another mailbox by now, which needs a link of its own.
 */
export const notifyReceipt = (context: Context, application: Application): Promise<void> =>
  notifyApplicant(context, application, application.submittedAt ? 'application-received' : 'application-begun', {
    key: application.linkVersion > 1 ? String(application.linkVersion) : undefined,
  })
