import type { DataFromCollectionSlug } from 'payload'
import { badgeWithName } from '../../awards/service/badges.ts'
import { actOf, type Context } from '../../context/context.ts'
import { dropFile } from '../../files/actions.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { change } from '../../kernel/change.ts'
import { compareAndSet, removeIf } from '../../kernel/keyed.ts'
import type { Award, Event, Person } from '../../kernel/payload-types.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { sealRedacted } from '../../seals/service/seal.ts'
import { withoutNames, type Known } from '../erased.ts'
import { hindrancesOf, type Hindrance } from '../hindrances.ts'
import { HELD_IN, HOLDINGS, type HeldIn, type Remains } from '../holdings.ts'
import { ERASURE_REASONS, type ErasureReason } from '../states.ts'
import { heldOf, knownOf, namedIn, type NamedIn } from './held.ts'
import { openOf } from './open.ts'

/** What an erasure that is under way needs to be brought to its end, whatever happens to the process. */
type Erasure = { known: Known; keepsAwards: boolean }
const erasureOf = ({ erasure }: Pick<Person, 'erasure'>): Erasure | null =>
  (erasure as Erasure | null | undefined) ?? null

const REVISED: readonly HeldIn[] = [
  'applications',
  'attendance',
  'awards',
  'deposits',
  'invoices',
  'registrations',
  'reviews',
  'submissions',
]

/** Writes what is left of one record. Throws when somebody else changed it in the same moment, so that it is done again. */
const leave = async (act: Act, slug: HeldIn, doc: { id: string }, { data, absent }: Remains): Promise<void> => {
  const names = [...absent] as never[]
  const written = REVISED.includes(slug)
    ? // The log says it once, of the person.
      await change<'registrations'>(act, slug as 'registrations', doc as never, data, null, { absent: names })
    : await compareAndSet<'people'>(act.payload, slug as 'people', doc.id, {}, data, names)
  if (!written) throw new Error(`A record in ${slug} was changed while it was being erased.`)
}

/** A badge without the name, signed anew; undefined where none is in it. */
const unnamedBadge = async (context: Context, award: Award): Promise<string | undefined> => {
  if (!award.signed || !award.showsName) return undefined
  const submission = await one(context, 'submissions', idOf(award.submission) ?? '')
  return submission && badgeWithName(context, award, submission, false)
}

const eraseRecord = async <Slug extends HeldIn>(
  context: Context,
  slug: Slug,
  doc: DataFromCollectionSlug<Slug>,
  { known, keepsAwards }: Erasure,
): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const remains = HOLDINGS[slug].remains(doc, known, { keepsAwards })
  if (remains === undefined) return
  if (remains === null) return slug === 'files' ? dropFile(act, doc.id) : removeIf(context.payload, slug, doc.id, {})
  const signed = slug === 'awards' && !keepsAwards ? await unnamedBadge(context, doc as Award) : undefined
  await leave(act, slug, doc, signed ? { ...remains, data: { ...remains.data, signed } } : remains)
}

/** The key of the line that says that somebody was erased. */
const erasedKey = (person: string): string => `person:${person}:erased`

/** Redacts lines of the audit log, sealed as they are going to be before they are: cut off, the erasure does the rest of it again. */
const redact = async (context: Context, person: string, lines: readonly [Event, Remains][]): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const bare = lines.map(([line, { data, absent }]) => [line, { data, absent: [...absent, 'nonce'] }] as const)
  const redacted = bare.map(([line, { data, absent }]): Event => ({
    ...line,
    ...data,
    ...Object.fromEntries(absent.map((name) => [name, null])),
  }))
  await sealRedacted(context, redacted, erasedKey(person))
  for (const [line, remains] of bare) await leave(act, 'events', line, remains)
}

const redactLog = (
  context: Context,
  person: string,
  lines: readonly Event[],
  { known, keepsAwards }: Erasure,
): Promise<void> =>
  redact(
    context,
    person,
    lines.flatMap((line) => {
      const remains = HOLDINGS.events.remains(line, known, { keepsAwards })
      return remains ? [[line, remains] as [Event, Remains]] : []
    }),
  )

/** Names only: the records are other people's. */
const unname = async (context: Context, person: string, others: NamedIn, known: Known): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const unnamed = <Doc extends { id: string }>(doc: Doc, names: readonly (keyof Doc & string)[]): Remains => ({
    data: Object.fromEntries(names.map((name) => [name, withoutNames(doc[name] ?? null, known)])),
    absent: [],
  })
  for (const one of others.registrations)
    await leave(act, 'registrations', one, unnamed(one, ['formerly', 'asked', 'handedOn']))
  for (const one of others.applications) await leave(act, 'applications', one, unnamed(one, ['team', 'papers']))
  for (const one of others.messages) await leave(act, 'messages', one, unnamed(one, ['subject', 'text', 'html']))
  await redact(
    context,
    person,
    others.events.map((one) => [one, unnamed(one, ['summary', 'reason', 'changes', 'data'])]),
  )
}

/**
 * Brings an erasure that was begun to its end, and does nothing where none was. Whatever stops it in between, done again it goes on
 * with what is left: what is known of the person is kept until then.
 */
export const completeErasure = async (context: Context, id: string): Promise<void> => {
  const person = await one(context, 'people', id)
  const erasure = person && erasureOf(person)
  if (!erasure) return
  const held = await heldOf(context, id)
  await unname(context, id, await namedIn(context, held, erasure.known), erasure.known)
  for (const slug of HELD_IN) {
    if (slug === 'events') await redactLog(context, id, held.events, erasure)
    else
      for (const doc of slug === 'people' ? held.people.toReversed() : held[slug])
        await eraseRecord(context, slug, doc, erasure)
  }
  await compareAndSet(context.payload, 'people', id, {}, {}, ['erasure'])
}

export type Given = { reason: ErasureReason; keepsAwards: boolean }

/**
 * Erases a person: from here on nothing says who they were, and nothing they did is lost from the counts and the accounts. Answers
 * with what has to be ended first, if anything. The log says that it was done, by whom and why, and not who it was.
 */
export const erasePerson = async (
  context: Context,
  act: Act,
  id: string,
  { reason, keepsAwards }: Given,
): Promise<Hindrance[]> => {
  const held = await heldOf(context, id)
  const [person] = held.people
  const hindrances = hindrancesOf(person, await openOf(context, held))
  if (hindrances.length > 0) return hindrances
  const erasure: Erasure = { known: knownOf(held.people), keepsAwards }
  const isOpen = { erasedAt: { exists: false } }
  const begun = await compareAndSet(act.payload, 'people', id, isOpen, {
    erasedAt: act.now.toString(),
    erasure: { ...erasure },
  })
  if (!begun) return ['erased']
  await writeEntry(act, {
    key: erasedKey(id),
    kind: 'person.erased',
    summary: `A person was erased: ${ERASURE_REASONS[reason].toLowerCase()}. ${keepsAwards ? 'What was issued to them keeps the name' : 'What was issued to them has no name any more'}`,
    person: id,
  })
  await completeErasure(context, id)
  return []
}
