import { z } from 'zod'
import { ALTERED, attempt, checkbox, Email, id, line, lines, nameOf, optionalEmail } from '../values/typed.ts'
import { ORDER_STATES, PARTICIPATIONS } from './states.ts'

// What strangers send about a registration.

/** How a prerequisite is met, in the person's own words: done, will be done before this starts, or please waive it. */
export const GATE_ANSWERS = ['completed', 'upcoming', 'waiver'] as const

/** The fields of the registration form, each for itself. */
const Fields = z.object({
  session: id.min(1, 'Choose a session.'),
  name: nameOf('Give your name.'),
  email: Email,
  phone: line(40),
  /** An id of the list, or 'other' with `employer` in words. */
  organization: z
    .string('Choose your employer, or “not listed”.')
    .min(1, 'Choose your employer, or “not listed”.')
    .max(64),
  employer: line(160),
  jobTitle: line(120),
  participation: z.enum(PARTICIPATIONS, 'Choose how you take part.'),
  host: id.default(''),
  /** An organization of the list that pays; empty: `sponsorName` in words. */
  sponsor: id.default(''),
  sponsorName: line(160),
  sponsorEmail: optionalEmail,
  sponsorAddress: lines(400),
  order: z.enum(ORDER_STATES, ALTERED).default('none'),
  orderNumber: line(60),
  gate: z.union([z.literal(''), z.enum(GATE_ANSWERS)], ALTERED).default(''),
  gateStatement: lines(1000),
  needs: lines(500),
  mediaRelease: checkbox,
  mailingList: checkbox,
  /** Ticked: the terms whose text has this hash are accepted. */
  terms: checkbox,
  termsHash: z.string().max(64, ALTERED).default(''),
  attempt,
})

type Typed = Partial<z.infer<typeof Fields>>
type Rule = { field: keyof Typed; message: string; isMet: (form: Typed) => boolean }

/** What has to go together. Each is looked at whatever else is wrong, so that everything can be mended at once. */
const RULES: readonly Rule[] = [
  {
    field: 'employer',
    message: 'Give the name of your employer.',
    isMet: ({ organization, employer }) => organization !== 'other' || Boolean(employer),
  },
  {
    field: 'host',
    message: 'Choose the member district.',
    isMet: ({ participation, host }) => (participation !== 'hosted' && participation !== 'guest') || Boolean(host),
  },
  {
    field: 'sponsorName',
    message: 'Give the name of the organization that pays.',
    isMet: ({ participation, sponsor, sponsorName }) =>
      participation !== 'sponsored' || Boolean(sponsor) || Boolean(sponsorName),
  },
  {
    field: 'sponsorEmail',
    message: 'Give an e-mail address for the bill.',
    isMet: ({ participation, sponsor, sponsorEmail }) =>
      participation !== 'sponsored' || Boolean(sponsor) || Boolean(sponsorEmail),
  },
  {
    field: 'orderNumber',
    message: 'Give the number of the purchase order.',
    isMet: ({ order, orderNumber }) => order !== 'received' || Boolean(orderNumber),
  },
  {
    field: 'gateStatement',
    message: 'Say in a sentence or two why the prerequisite should be waived for you.',
    isMet: ({ gate, gateStatement }) => gate !== 'waiver' || Boolean(gateStatement),
  },
]

const withRules = <Form extends typeof Fields>(fields: Form): Form =>
  RULES.reduce(
    (form, { field, message, isMet }) =>
      form.refine(isMet, { path: [field], message, when: ({ value }) => typeof value === 'object' && value !== null }),
    fields,
  )

/** The filled-in registration form, and what in it has to go together. */
export const RegistrationForm = withRules(Fields)
export type RegistrationForm = z.infer<typeof RegistrationForm>

/** The same at the desk, where a name is enough: nothing is sent to whoever gives no address. */
export const DeskRegistrationForm = withRules(Fields.extend({ email: optionalEmail }) as unknown as typeof Fields)

/** How somebody takes part, as the desk corrects it. */
export const ParticipationForm = Fields.pick({
  organization: true,
  employer: true,
  participation: true,
  host: true,
  sponsor: true,
  sponsorName: true,
  sponsorEmail: true,
  sponsorAddress: true,
}).extend({ reason: lines(300).refine((text) => text.length > 0, 'Give a reason. It stays in the log.') })
export type ParticipationForm = z.infer<typeof ParticipationForm>

/** The answer to an offered seat. */
export const OfferAnswer = z.object({ answer: z.enum(['accept', 'decline']) })

/** What is canceled: everything, or the days of some events by their first day. `revision` is the state the page showed. */
export const CancelForm = z.object({
  days: z.union([z.string().max(10), z.array(z.string().max(10)).max(60)]).optional(),
  revision: z.coerce.number().int(),
  reason: lines(500),
})
export type CancelForm = z.infer<typeof CancelForm>

/** The date somebody moves to, and the state the page showed. */
export const MoveForm = z.object({ to: id.min(1, 'Choose a date.'), revision: z.coerce.number().int() })
export type MoveForm = z.infer<typeof MoveForm>

export const ColleagueForm = z.object({
  name: nameOf('Give your colleague’s name.'),
  email: Email,
  /** The days the colleague is to come on; none: all that are left. */
  days: z.union([z.string().max(10), z.array(z.string().max(10)).max(60)]).optional(),
  revision: z.coerce.number().int(),
})
export type ColleagueForm = z.infer<typeof ColleagueForm>

/** A colleague's answer, to the terms that were shown. */
export const InvitationForm = z.object({
  answer: z.enum(['accept', 'decline']),
  revision: z.coerce.number().int(),
  termsHash: z.string().max(64, ALTERED),
})

/** The terms are accepted that have this hash. */
export const AcceptForm = z.object({ termsHash: z.string().max(64, ALTERED) })

export const ConsentForm = z.object({ mediaRelease: checkbox, mailingList: checkbox })

/** Where the link to one's registrations is asked for. */
export const LinkForm = z.object({ email: Email })
