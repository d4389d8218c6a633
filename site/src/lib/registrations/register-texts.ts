import { heldDays } from '#collections/sessions/policy.ts'
import { GATE_ANSWERS, type RegistrationForm } from '#collections/registrations/schema.ts'
import type { EventView, SessionLine } from '#collections/sessions/view.ts'
import type { FormView } from '#collections/registrations/service/view.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { ORDER_STATES, PARTICIPATIONS, type Participation } from '#collections/registrations/states.ts'
import { formatDay, type Day } from '#collections/values/day.ts'
import { dateFormat } from '#collections/values/locale.ts'
import { formatMoney } from '#collections/values/money.ts'
import { joinWords } from '#collections/values/words.ts'
import type { Messages } from '../../messages/index.ts'
import { rateText } from '../sessions/facts.ts'
import type { Values } from './register.ts'

/** "October 15", or "Thursday, October 15": for a button, where the year is plain. */
export const buttonDay = ({ days }: Pick<SessionLine, 'days'>, locale: string, style: 'short' | 'long'): string =>
  dateFormat(locale, {
    ...(style === 'long' && { weekday: 'long' }),
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${heldDays(days)[0]!.date}T12:00:00Z`))

/** What one can still get of a session: a seat, a place on the waitlist, or nothing. */
export const seatWanted = ({ standing }: Pick<SessionLine, 'standing'>): 'seat' | 'wait' | undefined => {
  if (standing === 'open' || standing === 'few-left') return 'seat'
  return standing === 'full' ? 'wait' : undefined
}

/** "Thu, Oct 15, 2026 and Fri, Oct 16, 2026" */
export const daysText = (days: readonly Day[], locale: string): string =>
  joinWords(
    days.map((day) => formatDay(day, locale, 'short')),
    locale,
  )

export const eventDays = ({ days }: Pick<EventView, 'days'>, locale: string): string => daysText(days, locale)

/** The choices of how to take part that lead anywhere: without a district that hosts, nobody can be hosted. */
export const participationsFor = ({ organizations }: Pick<FormView, 'organizations'>): Participation[] => {
  const isThere = {
    member: organizations.some(({ member }) => member),
    hosted: organizations.some(({ hosting }) => hosting),
    guest: organizations.some(({ member }) => member),
    sponsored: true,
    self: true,
  } satisfies Record<Participation, boolean>
  return PARTICIPATIONS.filter((one) => isThere[one])
}

/** Ways to take part with what each means and costs. */
export const participationChoices = (view: FormView, texts: Messages, locale: string) => {
  const t = texts.registrations.form.part
  const { memberRate, nonMemberRate } = view.course
  const member = rateText(memberRate, texts, locale)
  const others = rateText(nonMemberRate, texts, locale)
  const cost = {
    member: t.cost.member(member),
    hosted: t.cost.hosted(member),
    guest: t.cost.guest,
    sponsored: t.cost.sponsored(others),
    self: t.cost.self(others),
  } satisfies Record<Participation, string>
  return participationsFor(view).map((value) => ({
    value,
    ...t.options[value],
    cost: cost[value],
    note: value === 'guest' ? checkText(view, texts, locale) : undefined,
  }))
}

/** What a guest has to mail, and by when; undefined where no policy asks for a check. */
const checkText = ({ check }: Pick<FormView, 'check'>, texts: Messages, locale: string): string | undefined => {
  const t = texts.registrations.form.part
  if (!check) return undefined
  const due = formatDay(check.lastMailDay, locale)
  return check.isPast ? t.checkOver(due) : t.check(formatMoney(check.cents, locale), due)
}

/** The choice that was made, or the first one where it is none of them. */
const chosen = (choices: readonly string[], value: string): string =>
  choices.find((one) => one === value) ?? choices[0]!

/** Where on the page each field is, for the links of the error summary. */
const anchorOf = (field: string, values: Values): string | undefined => {
  const inChoices: Record<string, string> = {
    participation: `participation-is-${chosen(PARTICIPATIONS, values.participation)}`,
    gate: `gate-is-${chosen(GATE_ANSWERS, values.gate)}`,
    order: `order-is-${chosen(ORDER_STATES, values.order)}`,
    host: `host-${values.participation}`,
    gateStatement: `gateStatement-${values.gate}`,
  }
  const plain = [
    'name',
    'email',
    'phone',
    'organization',
    'employer',
    'jobTitle',
    'sponsor',
    'sponsorName',
    'sponsorEmail',
  ]
  const others = ['sponsorAddress', 'orderNumber', 'needs', 'mediaRelease', 'mailingList', 'terms', 'letter']
  return inChoices[field] ?? ([...plain, ...others].includes(field) ? field : undefined)
}

/** In the order in which the fields stand on the page. */
const ORDER = [
  'form',
  'name',
  'email',
  'phone',
  'organization',
  'employer',
  'jobTitle',
  'participation',
  'host',
  'sponsor',
  'sponsorName',
  'sponsorEmail',
  'sponsorAddress',
  'gate',
  'gateStatement',
  'order',
  'orderNumber',
  'needs',
  'letter',
  'terms',
]

/** Errors as lines of the summary above the form: in the order of the page, each with the place it leads to. */
export const errorLines = (errors: FieldErrors, values: Values): { message: string; id?: string }[] => {
  const rank = (field: string) => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length)
  return Object.entries(errors)
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([field, message]) => ({ message, id: anchorOf(field, values) }))
}

/** What the person told us, as label and words; what was left empty is not repeated. */
export const answerRows = (
  { organizations, prerequisites }: Pick<FormView, 'organizations' | 'prerequisites'>,
  form: RegistrationForm,
  texts: Messages,
): [label: string, value: string][] => {
  const t = texts.registrations.summary
  const asked = texts.registrations.form
  const nameOf = (id: string) => organizations.find((one) => one.id === id)?.name ?? ''
  const isHosted = form.participation === 'hosted' || form.participation === 'guest'
  const typed = [form.sponsorName, form.sponsorEmail, form.sponsorAddress].filter(Boolean).join(', ')
  const sponsor = nameOf(form.sponsor) || typed
  const gate = form.gate && [asked.before.options[form.gate].label, form.gateStatement].filter(Boolean).join(': ')
  const rows: [string, string][] = [
    [t.labels.name, form.name],
    [t.labels.email, form.email],
    [t.labels.phone, form.phone],
    [t.labels.employer, form.organization === 'other' ? form.employer : nameOf(form.organization)],
    [t.labels.jobTitle, form.jobTitle],
    [t.labels.part, asked.part.options[form.participation].label],
    [t.labels.host, isHosted ? nameOf(form.host) : ''],
    [t.labels.sponsor, form.participation === 'sponsored' ? sponsor : ''],
    [t.labels.gate, prerequisites.length > 0 ? gate : ''],
    [t.labels.needs, form.needs],
    [t.labels.consents, form.mediaRelease ? t.yes : t.no],
    [t.labels.mail, form.mailingList ? t.yes : t.no],
  ]
  return rows.filter(([, value]) => value !== '')
}
