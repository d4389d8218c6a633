import { THERE } from '../../attendance/states.ts'
import type { MyView, PersonalView } from '../../registrations/service/view.ts'
import type { LinkRefusal } from '../../kernel/outcome.ts'
import { refOf } from '../../catalog/courses.ts'
import { sessionLine } from '../../sessions/view.ts'
import { agreementOf } from '../../registrations/policy.ts'
import { countHit, hitKey } from '../../limits/actions.ts'
import { DAY_MS, mailboxOf, MOST_LINKS } from '../../limits/policy.ts'
import { every } from '../../kernel/queries.ts'
import { idOf, idsOf } from '../../kernel/related.ts'
import { notifyMailbox } from '../../registrations/service/notifications.ts'
import { ownOf } from './entries.ts'
import { entriesIn } from '../../transcripts/policy.ts'
import { entriesOf } from '../../transcripts/service/read.ts'
import type { Person, Registration } from '../../kernel/payload-types.ts'
import { LOCALES } from '../../values/locale.ts'
import { joinWords } from '../../values/words.ts'
import { isOffered, offeredIn } from '../../organizations/queries.ts'
import { peopleOfMailbox, recordsAt } from '../actions.ts'
import { correctPerson } from '../correcting.ts'
import type { OwnForm } from '../schema.ts'
import { actOf, type Context } from '../../context/context.ts'
import { linkFor, openLink, tokenFor } from '../../context/links.ts'
import { rulesOf } from '../../registrations/service/rules.ts'

const ALWAYS = { from: null, until: null }

/** Minutes of each registration somebody attended anything of. */
const minutesBy = async (context: Context, person: string): Promise<Map<string, number>> => {
  const days = await every(context, 'attendance', {
    and: [{ person: { equals: person } }, { state: { in: [...THERE] } }],
  })
  const sums = new Map<string, number>()
  for (const { registration, minutes } of days)
    sums.set(idOf(registration), (sums.get(idOf(registration)) ?? 0) + minutes)
  return sums
}

/** Courses somebody has attended at least a part of, by id. */
const attendedBy = async (context: Context, person: string): Promise<Set<string>> => {
  const snapshot = await context.source.read()
  const days = await every(context, 'attendance', {
    and: [{ person: { equals: person } }, { state: { in: [...THERE] } }],
  })
  return new Set(days.flatMap(({ session }) => snapshot.courseOf.get(idOf(session)) ?? []))
}

/** How many courses of each circle somebody has experienced. */
const circlesFor = async (context: Context, person: string): Promise<MyView['circles']> => {
  const { documents, circleOf } = await context.source.read()
  const attended = await attendedBy(context, person)
  const counts = new Map<string, number>()
  for (const id of attended)
    for (const circle of idsOf(documents.courses.get(id)?.circles)) counts.set(circle, (counts.get(circle) ?? 0) + 1)
  return [...circleOf].map(([id, { slug }]) => ({ slug, courses: counts.get(id) ?? 0 }))
}

const registrationsOf = (context: Context, person: string): Promise<Registration[]> =>
  every(context, 'registrations', { person: { equals: person } }, { sort: '-createdAt', limit: 200 })

/** What one of the people of a mailbox has with us. */
const ownViewOf = async (context: Context, person: Person): Promise<PersonalView> => {
  const minutes = await minutesBy(context, person.id)
  const registrations = await Promise.all(
    (await registrationsOf(context, person.id)).map(async (registration) => {
      const { snapshot, course, facts } = await rulesOf(context, idOf(registration.session))
      return {
        token: await tokenFor(context, 'manage', registration),
        status: registration.status,
        minutes: minutes.get(registration.id) ?? null,
        course: course ? refOf(snapshot, course) : { ...agreementOf(registration).course, summary: '', circles: [] },
        session: sessionLine(facts, context.now),
      }
    }),
  )
  return {
    name: person.name,
    own: {
      name: person.name,
      phone: person.phone ?? '',
      organization: idOf(person.organization) ?? '',
      employer: person.employer ?? '',
      jobTitle: person.jobTitle ?? '',
      shown: person.updatedAt,
    },
    registrations,
    record: entriesIn(await entriesOf(context, person.id), ALWAYS),
    circles: await circlesFor(context, person.id),
    ...(await ownOf(context, person.id)),
  }
}

/** Everything a mailbox has with us: of each of the people it belongs to, by name. */
export const myViewOf = async (
  context: Context,
  token: string,
): Promise<{ ok: true; view: MyView } | { ok: false; refusal: LinkRefusal }> => {
  const opened = await openLink(context, 'my', token)
  if (!opened.ok) return opened
  const { record } = opened
  const people = await peopleOfMailbox(context, record)
  const [own, ...others] = await Promise.all(people.map((person) => ownViewOf(context, person)))
  const organizations = offeredIn(await context.organizations()).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return { ok: true, view: { ...own!, email: record.email, others, organizations } }
}

/** Why somebody's own correction is not taken. */
export type OwnRefusal = LinkRefusal | 'changed-meanwhile' | 'unknown-organization'

/**
 * Corrects what somebody may correct of themselves, by the link to their mailbox; `place` is which of its people, in the order they
 * are shown. What was copied from it follows.
 */
export const correctOwn = async (
  context: Context,
  token: string,
  place: number,
  { shown, ...form }: OwnForm & { shown: string },
): Promise<{ ok: true } | { ok: false; refusal: OwnRefusal }> => {
  const opened = await openLink(context, 'my', token)
  if (!opened.ok) return opened
  const person = (await peopleOfMailbox(context, opened.record))[place]
  if (!person || person.updatedAt !== shown) return { ok: false, refusal: 'changed-meanwhile' }
  const { organization } = form
  const isKnown =
    ['', 'other', idOf(person.organization)].includes(organization) ||
    isOffered(await context.organizations(), organization)
  if (!isKnown) return { ok: false, refusal: 'unknown-organization' }
  const act = actOf(context, { kind: 'person', name: person.name })
  await correctPerson(act, person, { ...form, email: person.email, address: person.address ?? '' })
  return { ok: true }
}

/** Whether a mailbox was sent as many links in a day as anybody needs. */
const hasEnoughLinks = async ({ payload, now }: Context, email: string): Promise<boolean> => {
  const key = hitKey(payload, 'links', mailboxOf(email))
  return (await countHit(payload, key, DAY_MS, now.epochMilliseconds)).hits > MOST_LINKS
}

/** Sends the way in to a mailbox somebody registered with; to any other, nothing, and nobody can tell the difference. */
export const requestMyLink = async (context: Context, email: string): Promise<void> => {
  context.afterwards(async () => {
    const [record] = await recordsAt(context, email)
    if (!record || (await hasEnoughLinks(context, email))) return
    const people = await peopleOfMailbox(context, record)
    const name = joinWords(
      people.map((person) => person.name),
      LOCALES[0],
    )
    await notifyMailbox(context, email, { ...record, name }, await linkFor(context, 'my', record))
  })
}
