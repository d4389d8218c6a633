import { z } from 'zod'
import { isDay } from '../values/day.ts'
import { ALTERED, attempt, Email, id, line, lines, nameOf, optionalEmail } from '../values/typed.ts'
import { TEAM_KIND_LABELS, type TeamKind } from './form.ts'

// What strangers send about an application. Bounds only, because a draft may be half written; what has to be there before it
// can be sent is the subject of lacking.ts.

export const MOST_MEMBERS = 40
const MOST_CHOICES = 20
const MOST_DATES = 200
const MOST_CONDITIONS = 50
const MOST_QUESTIONS = 50
/** Characters of one answer. */
const LONGEST_ANSWER = 20_000

const YES_NO = ['yes', 'no'] as const

const TEAM_KINDS = Object.keys(TEAM_KIND_LABELS) as [TeamKind, ...TeamKind[]]

const Member = z.object({
  name: line(160),
  email: line(200),
  jobTitle: line(120),
})

const members = z
  .array(Member)
  .max(MOST_MEMBERS, `Name at most ${MOST_MEMBERS} people.`)
  .transform((rows) => rows.filter(({ name, email, jobTitle }) => name || email || jobTitle))

/** The application as it was typed. Which questions there are is the program's, so they are numbered from 1. */
export const ApplicationForm = z.object({
  name: nameOf('Give your name.'),
  email: Email,
  phone: line(40),
  /** An id of the list, 'other' with `employer` in words, or nothing yet. */
  organization: id.default(''),
  employer: line(160),
  jobTitle: line(120),
  teamName: line(160),
  teamKind: z.union([z.literal(''), z.enum(TEAM_KINDS)], ALTERED).default(''),
  members,
  /** Slugs of collaboratives, the one that is wanted most first. */
  choices: z
    .array(line(160))
    .max(MOST_CHOICES, `Choose at most ${MOST_CHOICES}.`)
    .transform((slugs) => slugs.filter((slug) => slug !== '')),
  conditions: z.array(z.union([z.literal(''), z.enum(YES_NO)], ALTERED)).max(MOST_CONDITIONS, ALTERED),
  dates: z.array(z.string().refine(isDay, ALTERED)).max(MOST_DATES, ALTERED),
  texts: z.array(lines(LONGEST_ANSWER)).max(MOST_QUESTIONS, ALTERED),
  attempt,
})
export type ApplicationForm = z.infer<typeof ApplicationForm>

const revision = z.coerce.number().int()

/** The people of a team, named on its own page. */
export const RosterForm = z.object({ members, revision })
export type RosterForm = z.infer<typeof RosterForm>

/** The answer to an offered place. `price`: what the page showed, in cents, or nothing where it is told later. */
export const PlaceAnswer = z.object({
  answer: z.enum(['accept', 'decline']),
  price: z.string().max(20).default(''),
  reason: lines(500),
  revision,
})
export type PlaceAnswer = z.infer<typeof PlaceAnswer>

export const WithdrawForm = z.object({ reason: lines(500), revision })
export type WithdrawForm = z.infer<typeof WithdrawForm>

/** What a team sends once it has accepted a place; what is empty comes later. */
export const PapersForm = z.object({
  purchaseOrder: line(60),
  billingName: line(160),
  billingEmail: optionalEmail,
  billingAddress: lines(500),
  revision,
})
export type PapersForm = z.infer<typeof PapersForm>

const NUMBERED: Readonly<Record<string, string>> = { texts: 'answer', conditions: 'condition', members: 'member' }

/** The field on the page that a complaint is about: what is numbered there is numbered from 1. */
export const fieldAt = ([first, at]: readonly PropertyKey[]): string => {
  const name = String(first ?? 'form')
  const numbered = NUMBERED[name]
  return numbered && typeof at === 'number' ? `${numbered}-${at + 1}` : name
}
