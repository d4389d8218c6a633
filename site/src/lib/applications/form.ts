import type { Member } from '#collections/applications/form.ts'
import { lackingIn, type Lacking } from '#collections/applications/lacking.ts'
import { ApplicationForm, fieldAt, MOST_MEMBERS } from '#collections/applications/schema.ts'
import type { ApplicationView, ProgramView } from '#collections/applications/view.ts'
import { valueOf, type Sent } from '../form/body.ts'

const TEXTS = [
  'name',
  'email',
  'phone',
  'organization',
  'employer',
  'jobTitle',
  'teamName',
  'teamKind',
  'attempt',
] as const

/** An application as it was typed, to be shown again. `rows`: how many people there is room for. */
export type Typed = Record<(typeof TEXTS)[number], string> & {
  members: Member[]
  rows: number
  choices: string[]
  conditions: string[]
  dates: string[]
  texts: string[]
}

/** Rows for the people of a team, to begin with and added each time. */
const ROWS = 3
const MORE_ROWS = 5

const isNamed = ({ name, email, jobTitle }: Member): boolean =>
  [name, email, jobTitle].some((text) => text.trim() !== '')

/** The people that were typed, row by row; empty rows are left out. */
export const membersIn = ({ values }: Sent): { members: Member[]; rows: number } => {
  const [names, emails, titles] = ['memberName', 'memberEmail', 'memberJobTitle'].map((name) => values.get(name) ?? [])
  const rows = Math.max(names!.length, emails!.length, titles!.length)
  const members = Array.from({ length: rows }, (_, at) => ({
    name: names![at] ?? '',
    email: emails![at] ?? '',
    jobTitle: titles![at] ?? '',
  })).filter(isNamed)
  return { members, rows }
}

const yesOrNo = (value: string): string => (value === 'true' ? 'yes' : value === 'false' ? 'no' : value)

const numbered = (sent: Sent, name: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => valueOf(sent, `${name}-${at + 1}`))

/** The one whose page it is, as long as it can be asked for. */
const firstOpen = (offered: ProgramView['offered']): string[] =>
  offered
    .filter(({ isOpen }) => isOpen)
    .slice(0, 1)
    .map(({ slug }) => slug)

/** What was typed into the form of a program. Fields it does not have are not looked at. */
export const typedIn = (sent: Sent, { asked, offered }: Pick<ProgramView, 'asked' | 'offered'>): Typed => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, valueOf(sent, name)])) as Record<(typeof TEXTS)[number], string>),
  ...membersIn(sent),
  // A program that names none means the one it sends to; a form always names them all.
  choices: [...(sent.values.get('choices') ?? firstOpen(offered))],
  conditions: numbered(sent, 'condition', asked.conditions.length).map(yesOrNo),
  dates: [...(sent.values.get('dates') ?? [])],
  texts: numbered(sent, 'answer', asked.questions.length),
})

/** An empty form of a program; the one whose page it is stands first. */
export const emptyForm = ({ offered }: Pick<ProgramView, 'offered'>, attempt: string): Typed => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, ''])) as Record<(typeof TEXTS)[number], string>),
  attempt,
  members: [],
  rows: 0,
  choices: firstOpen(offered),
  conditions: [],
  dates: [],
  texts: [],
})

/** The same, filled with what a draft holds. */
export const typedFrom = (view: ApplicationView): Typed => ({
  name: view.name,
  email: view.email,
  phone: view.phone,
  organization: view.organization?.id ?? (view.employer ? 'other' : ''),
  employer: view.employer,
  jobTitle: view.jobTitle,
  teamName: view.teamName,
  teamKind: view.teamKind,
  attempt: '',
  members: view.members,
  rows: 0,
  choices: view.choices.map(({ slug }) => slug),
  conditions: view.answers.conditions.map((said) => (said === null ? '' : said ? 'yes' : 'no')),
  dates: view.answers.dates,
  texts: view.asked.questions.map((_, at) => view.answers.texts[String(at + 1)] ?? ''),
})

/** How many rows of people the form shows: those named, and some to fill in. */
export const rowsFor = ({ members, rows }: Pick<Typed, 'members' | 'rows'>): number =>
  Math.min(MOST_MEMBERS, Math.max(rows, members.length + ROWS))

/** Whether the rows for people are shown at once: some are named, more were asked for, or one has to be mended. */
export const showsPeople = ({ members, rows }: Pick<Typed, 'members' | 'rows'>, errors: Lacking): boolean =>
  members.length > 0 || rows > ROWS || Object.keys(errors).some((field) => field.startsWith('member'))

/** The form with more room for people. */
export const withMoreRows = <Form extends Pick<Typed, 'rows' | 'members'>>(typed: Form): Form => ({
  ...typed,
  rows: rowsFor(typed) + MORE_ROWS,
})

type Issue = { path: readonly PropertyKey[]; message: string }

/** One sentence for each field, the first being the one to mend first. */
export const errorsAt = (issues: readonly Issue[]): Lacking => {
  const errors: Lacking = {}
  for (const { path, message } of issues) errors[fieldAt(path)] ??= message
  return errors
}

/** Reads the form within its bounds; what it still lacks before it can be sent, the desk says. */
export const readApplication = (typed: Typed): { ok: true; form: ApplicationForm } | { ok: false; errors: Lacking } => {
  const { success, data, error } = ApplicationForm.safeParse(typed)
  return success ? { ok: true, form: data } : { ok: false, errors: errorsAt(error.issues) }
}

/** Stand-ins for what nobody can apply without, to see what else is missing. */
const ANYBODY = { name: 'Anybody', email: 'anybody@example.org' }

/** Everything that keeps these answers from being sent, so that all of it can be mended at once. */
export const errorsToSend = (
  typed: Typed,
  { asked, organizations }: Pick<ProgramView, 'asked' | 'organizations'>,
): Lacking => {
  const own = readApplication(typed)
  const read = own.ok ? own : readApplication({ ...typed, ...ANYBODY })
  const isListed = (id: string) => organizations.some((one) => one.id === id)
  return { ...(read.ok && lackingIn(asked, read.form, isListed)), ...(!own.ok && own.errors) }
}

/** In the order in which the fields stand on the page. */
const ORDER = [
  'form',
  'condition',
  'dates',
  'teamName',
  'teamKind',
  'name',
  'email',
  'phone',
  'organization',
  'employer',
  'jobTitle',
  'member',
  'members',
  'choices',
  'answer',
]

const rankOf = (field: string): number => {
  const [name = '', at = '0'] = field.split('-')
  const place = ORDER.indexOf(name)
  return (place < 0 ? ORDER.length : place) * 1000 + Number(at)
}

/** Where on the page each field is. */
const anchorOf = (field: string, { asked }: Pick<ProgramView, 'asked'>): string | undefined => {
  if (field === 'form') return undefined
  if (field.startsWith('condition-')) return `${field}-is-yes`
  if (field.startsWith('member-')) return `${field}-name`
  if (field === 'members') return 'member-1-name'
  if (field === 'dates') return asked.dates[0] ? `date-${asked.dates[0]}` : undefined
  if (field === 'choices') return 'choice-1'
  if (field === 'teamKind') return 'teamKind-is-district'
  return field
}

/** A line of the summary stands away from its question, and names it: "What do you want to change? Answer this question." */
const lineOf = (field: string, message: string, { asked }: Pick<ProgramView, 'asked'>): string => {
  const [, kind, at] = /^(answer|condition)-(\d+)$/.exec(field) ?? []
  const place = Number(at) - 1
  const question = kind === 'answer' ? asked.questions[place]?.text : asked.conditions[place]
  return question ? `${question} ${message}` : message
}

/** Errors as lines of the summary above the form: in the order of the page, each with the place it leads to. */
export const applicationErrors = (
  errors: Lacking,
  program: Pick<ProgramView, 'asked'>,
): { message: string; id?: string | undefined }[] =>
  Object.entries(errors)
    .toSorted(([one], [other]) => rankOf(one) - rankOf(other))
    .map(([field, message]) => ({ message: lineOf(field, message, program), id: anchorOf(field, program) }))
