import type { DataFromCollectionSlug } from 'payload'
import { ERASED_NAME, ERASED_TEXT, withoutNames, withoutWords, type Known } from './erased.ts'

// Where something of a person lies, and what is left of each record when they are erased. The page that shows it first, the
// erasure itself and the file with everything about somebody all read this list.

/** Fields as they are to be, and those that are left without a value. */
export type Remains = { data: Readonly<Record<string, unknown>>; absent: readonly string[] }

export type Choice = {
  /** Certificates and badges stay as they were issued, with the name, because their holder wants to go on showing them. */
  keepsAwards: boolean
}

type Doc<Slug extends HeldIn> = DataFromCollectionSlug<Slug>

export type HeldIn =
  | 'people'
  | 'registrations'
  | 'attendance'
  | 'deposits'
  | 'charges'
  | 'invoices'
  | 'applications'
  | 'submissions'
  | 'reviews'
  | 'awards'
  | 'evaluation-receipts'
  | 'messages'
  | 'files'
  | 'events'
  | 'subscriptions'
  | 'deliveries'

type Holding<Slug extends HeldIn> = {
  /** What the records are called. */
  label: string
  /** What is erased of them. */
  goes: string
  /** What stays, and why; null: nothing. */
  stays: string | null
  /** What is left of one; null: it is deleted. Undefined: it stays as it is. */
  remains: (doc: Doc<Slug>, known: Known, choice: Choice) => Remains | null | undefined
}

const MONEY = 'Amounts, days and numbers stay for the accounts, under no name.'
const COUNTS = 'The session, the day and the employer stay, so that counts and hours remain right.'

const commentless = (scores: unknown): unknown =>
  Object.fromEntries(
    Object.entries((scores ?? {}) as Record<string, object>).map(([key, score]) => [
      key,
      withoutComment(score as { comment?: string }),
    ]),
  )
const withoutComment = (score: { comment?: string }) => ({ ...score, ...(score.comment && { comment: ERASED_TEXT }) })

/** Who pays, where that is the person. */
const payerFields = (payerKind: string) =>
  payerKind === 'person' ? { payerName: ERASED_NAME, payerEmail: null, payerAddress: null } : {}

export const HOLDINGS: { readonly [Slug in HeldIn]: Holding<Slug> } = {
  people: {
    label: 'Name and ways to reach them',
    goes: 'Name, former names, mailbox, telephone, postal address, job title, employer in words, consents.',
    stays: 'That there was somebody, with the organization they worked for, so that counts remain right.',
    remains: ({ linkVersion, id }) => ({
      data: {
        name: ERASED_NAME,
        email: '',
        key: `erased|${id}`,
        search: '',
        linkVersion: linkVersion + 1,
        mediaRelease: { given: false, changedAt: null, text: null },
        mailingList: { given: false, changedAt: null, text: null },
      },
      absent: ['phone', 'address', 'employer', 'jobTitle', 'former', 'joined'],
    }),
  },
  registrations: {
    label: 'Registrations',
    goes: 'Name, mailbox, job title, needs, notes, reasons, permission letter, where the form came from.',
    stays: COUNTS,
    remains: (doc, known) => ({
      data: {
        name: ERASED_NAME,
        email: '',
        title: withoutNames(doc.title ?? '', known),
        payer: {
          ...withoutNames(doc.payer, known),
          ...(doc.payer.kind === 'person' && { name: ERASED_NAME, email: null, address: null }),
          refusedReason: null,
        },
        sponsor: withoutNames(doc.sponsor ?? {}, known),
        permission: { ...doc.permission, reason: null },
        agreed: withoutNames(doc.agreed, known),
        mediaRelease: false,
        mailingList: false,
        linkVersion: doc.linkVersion + 1,
      },
      absent: [
        'employer',
        'jobTitle',
        'letter',
        'needs',
        'note',
        'gateStatement',
        'gateReason',
        'cancelReason',
        'formerly',
        'asked',
        'cameFrom',
        'cameAt',
        'attempt',
        'attemptHash',
      ],
    }),
  },
  attendance: {
    label: 'Days attended or missed',
    goes: 'Name, notes and reasons.',
    stays: 'Days, minutes and fees stay, so that hours and reports remain right.',
    remains: (doc, known) => ({
      data: { name: ERASED_NAME, feeEvidence: withoutNames(doc.feeEvidence ?? null, known) },
      absent: ['note', 'madeUpHow', 'feeReason'],
    }),
  },
  deposits: {
    label: 'Checks',
    goes: 'Name and notes.',
    stays: MONEY,
    remains: () => ({ data: { name: ERASED_NAME }, absent: ['reason', 'proposed'] }),
  },
  charges: {
    label: 'Lines of money',
    goes: 'Name, and the address of somebody who paid for themselves.',
    stays: MONEY,
    remains: (doc, known) => ({
      data: {
        name: ERASED_NAME,
        title: withoutNames(doc.title, known),
        rule: withoutNames(doc.rule, known),
        ...payerFields(doc.payerKind),
      },
      absent: [],
    }),
  },
  invoices: {
    label: 'Statements',
    goes: 'The name on their lines, and the address of somebody who paid for themselves.',
    stays: `${MONEY} What a payer was sent, that payer still has.`,
    remains: (doc, known) => ({
      data: {
        lines: withoutNames(doc.lines, known),
        payments: withoutNames(doc.payments, known),
        disputes: withoutNames(doc.disputes ?? null, known),
        search: withoutNames(doc.search ?? '', known),
        ...payerFields(doc.payerKind),
      },
      absent: [],
    }),
  },
  applications: {
    label: 'Applications',
    goes: 'Name, mailbox, telephone, answers, reasons, notes and signed papers.',
    stays: 'The decision and the score stay, so that the selection remains explained.',
    remains: (doc, known) => {
      const answers = doc.answers as { texts?: Record<string, string> }
      return {
        data: {
          name: ERASED_NAME,
          email: '',
          title: withoutNames(doc.title, known),
          answers: { ...answers, ...(answers.texts && { texts: withoutWords(answers.texts) }) },
          team: withoutNames(doc.team ?? null, known),
          papers: withoutNames(doc.papers ?? null, known),
          withdrawal: withoutNames(doc.withdrawal ?? null, known),
          linkVersion: doc.linkVersion + 1,
        },
        absent: [
          'phone',
          'earlier',
          'employer',
          'jobTitle',
          'scoreReason',
          'reason',
          'agreement',
          'note',
          'attempt',
          'attemptHash',
        ],
      }
    },
  },
  submissions: {
    label: 'Work for micro-credentials',
    goes: 'Name, mailbox, everything that was handed in, who was asked for feedback, and what was written about it.',
    stays: 'The levels it was judged by stay, so that a badge that was earned remains explained.',
    remains: (doc, known) => ({
      data: {
        name: ERASED_NAME,
        email: '',
        title: withoutNames(doc.title, known),
        answers: {},
        versions: (doc.versions as { scores?: unknown }[]).map((version) => ({
          ...version,
          answers: {},
          note: '',
          scores: commentless(version.scores),
        })),
        linkVersion: doc.linkVersion + 1,
      },
      absent: ['employer', 'note', 'covers', 'feedback', 'appeal', 'deskNote', 'attempt', 'attemptHash'],
    }),
  },
  reviews: {
    label: 'Reviews of their work',
    goes: 'What reviewers wrote.',
    stays: 'Levels and points stay, so that a decision remains explained.',
    remains: (doc) => ({ data: { scores: commentless(doc.scores) }, absent: ['reason', 'note'] }),
  },
  awards: {
    label: 'Certificates and badges',
    goes: 'The name, unless they want to go on showing what was issued. The mailbox in any case.',
    stays: 'What was earned, when and for how many hours; whoever has the address can still check it.',
    remains: (doc, known, { keepsAwards }) =>
      keepsAwards
        ? { data: { email: '' }, absent: [] }
        : {
            data: { name: ERASED_NAME, email: '', showsName: false, facts: withoutNames(doc.facts ?? null, known) },
            absent: [],
          },
  },
  'evaluation-receipts': {
    label: 'Evaluations that are in',
    goes: 'Nothing: what was answered was never kept with a name.',
    stays: 'That an evaluation of a session was answered.',
    remains: () => undefined,
  },
  messages: {
    label: 'Messages',
    goes: 'Everything in them, and whom they went to.',
    stays: 'That a message of a kind was written stays, so that none is written twice.',
    remains: ({ state }) => ({
      data: { to: '', subject: ERASED_TEXT, text: '', html: '', state: state === 'queued' ? 'kept' : state },
      absent: ['calendar', 'lastError', 'nextAttemptAt'],
    }),
  },
  files: {
    label: 'Private files',
    goes: 'All of them, from the disk too.',
    stays: null,
    remains: () => null,
  },
  events: {
    label: 'Lines of the audit log',
    goes: 'Names, addresses, reasons.',
    stays: 'What was done, when and by which member of staff.',
    remains: (doc, known) => ({
      data: {
        summary: withoutNames(doc.summary, known),
        changes: withoutNames(doc.changes ?? null, known),
        data: withoutNames(doc.data ?? null, known),
      },
      absent: doc.reason ? ['reason'] : [],
    }),
  },
  subscriptions: {
    label: 'What their mailbox wants to hear of',
    goes: 'All of them.',
    stays: null,
    remains: () => null,
  },
  deliveries: {
    label: 'What other programs were sent',
    goes: 'Names and addresses. What those programs keep has to be erased there.',
    stays: 'That something was sent, and when.',
    remains: (doc, known) => ({ data: { body: withoutNames(doc.body, known) }, absent: [] }),
  },
}

/** In the order they are read and erased; the person last, so that what is left undone is found by them. */
export const HELD_IN = [
  'registrations',
  'attendance',
  'deposits',
  'charges',
  'invoices',
  'applications',
  'submissions',
  'reviews',
  'awards',
  'evaluation-receipts',
  'messages',
  'files',
  'subscriptions',
  'events',
  'deliveries',
  'people',
] as const satisfies readonly HeldIn[]
