import type { Act } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { relatedIn } from '../../catalog/related.ts'
import { write } from '../../messages/actions.ts'
import { render, type Rendered } from '../../messages/render.ts'
import { valuesOf } from '../../messages/values.ts'
import { wordingOf } from '../../templates/actions.ts'
import type { Wording } from '../../templates/placeholders.ts'
import { refusalOfText, USES } from '../../templates/uses.ts'
import { entryOf } from '../change.ts'
import { deskOf, factsOf, localeOf } from './facts.ts'
import { MOST_AT_ONCE } from './many.ts'
import { rulesOf } from './rules.ts'

// A text of the desk to people of a roster: each message is made as it is shown, and sent once.

const KIND = 'from-desk'

/** What is written above the text and in it, with placeholders. */
export type Draft = { about: string; text: string }

/** One message as it will be. */
export type WrittenMessage = { registration: string; name: string; to: string } & Pick<Rendered, 'subject' | 'text'>

/** What can be filled in: nothing that would only say what the frame of the message says anyway. */
export const WRITABLE = USES[KIND].may.filter((name) => name !== 'about' && name !== 'text')

const MOST_LETTERS = { about: 150, text: 3000 }

/** Why this cannot be written, by its field; nothing where it can. */
export const refusalOfDraft = ({ about, text }: Draft): FieldErrors => {
  const refusals: FieldErrors = {}
  for (const [name, typed] of Object.entries({ about, text }) as [keyof Draft, string][]) {
    const refusal = !typed.trim()
      ? 'Write something here.'
      : typed.length > MOST_LETTERS[name]
        ? `Use at most ${MOST_LETTERS[name].toLocaleString('en')} characters.`
        : /\{\{\s*(about|text)\s*\}\}/.test(typed)
          ? 'This placeholder is the text itself. Take it out.'
          : refusalOfText(KIND, typed, 'subject')
    if (refusal) refusals[name] = refusal
  }
  return refusals
}

/** The frame staff keep for it in the panel, with what was typed in its places; a value that is typed is not filled in twice. */
const wordingWith = ({ subject, body }: Wording, { about, text }: Draft): Wording => ({
  subject: subject.replace(/\{\{\s*about\s*\}\}/g, () => about.trim()),
  body: body.replace(/\{\{\s*text\s*\}\}/g, () => text.trim()),
})

const peopleOf = (context: Context, session: string, who: readonly string[]): Promise<Registration[]> =>
  every(
    context,
    'registrations',
    {
      and: [
        { session: { equals: session } },
        { id: { in: who.slice(0, MOST_AT_ONCE) } },
        { email: { not_equals: '' } },
      ],
    },
    { sort: 'name' },
  )

/** Where answers go: to the contact of the course, else to the desk. */
const replyTo = async (context: Context, session: string): Promise<string> => {
  const { snapshot, course } = await rulesOf(context, session)
  const [contact] = relatedIn(snapshot.documents).contacts(course?.contacts)
  return contact?.email || deskOf(snapshot, context).email
}

const writtenTo = async (context: Context, registration: Registration, draft: Draft) => {
  const locale = localeOf(String((registration.agreed as { locale?: string }).locale))
  const values = valuesOf(KIND, await factsOf(context, registration))
  const wording = wordingWith(await wordingOf(context.payload, KIND, { locale }), draft)
  return { values, wording, locale, rendered: render(wording, values, locale, (await context.agency()).name) }
}

/** Every message as it would be sent now, and where answers to it go. */
export const lookAtMessages = async (
  context: Context,
  session: string,
  who: readonly string[],
  draft: Draft,
): Promise<{ replyTo: string; messages: WrittenMessage[] }> => {
  const messages: WrittenMessage[] = []
  for (const registration of await peopleOf(context, session, who)) {
    const { subject, text } = (await writtenTo(context, registration, draft)).rendered
    messages.push({ registration: registration.id, name: registration.name, to: registration.email, subject, text })
  }
  return { replyTo: await replyTo(context, session), messages }
}

/** Writes to them, once for each attempt, which was made with the form; answers with how many are on their way. */
export const writeToRoster = async (
  context: Context,
  act: Act,
  session: string,
  { who, attempt, ...draft }: Draft & { who: readonly string[]; attempt: string },
): Promise<number> => {
  const people = await peopleOf(context, session, who)
  const answers = await replyTo(context, session)
  for (const registration of people) {
    const { values, wording, locale } = await writtenTo(context, registration, draft)
    await write(act, {
      key: `registration:${registration.id}:${KIND}:${attempt}`,
      kind: KIND,
      to: registration.email,
      values,
      wording,
      locale,
      replyTo: answers,
      person: idOf(registration.person),
      registration: registration.id,
    })
    const summary = `Written to ${registration.name}: ${draft.about.trim()}`
    await writeEntry(act, entryOf(registration, { what: `written:${attempt}`, summary }))
  }
  return people.length
}
