import type { Payload } from 'payload'
import { linesOf } from '#collections/registrations/lines.ts'
import type { Done } from '#collections/registrations/view.ts'
import { badgeKeysOf } from '../badge-keys.ts'
import { onChange } from '../catalog/changes.ts'
import { refOf } from '../catalog/courses.ts'
import type { CatalogSource } from '../catalog/index.ts'
import type { Environment } from '../env.ts'
import { keepAgency } from './agency.ts'
import { publicApplying } from './applying/index.ts'
import { publicAwards } from './awards/index.ts'
import { publicBills } from './bills.ts'
import type { DeskContext } from './context.ts'
import { calendarOf } from './facts.ts'
import {
  answerManaged,
  cancelManaged,
  consentsManaged,
  letterManaged,
  orderManaged,
  sendColleagueManaged,
} from './manage.ts'
import { managedView, openLink, type Managed } from './managed.ts'
import { myViewOf, requestMyLink } from './my.ts'
import { keepOrganizations } from './organizations.ts'
import { reconciler } from './reconcile.ts'
import { formOf } from './registering/form.ts'
import { quoteOf } from './registering/quote.ts'
import { registerPerson } from './registering/register.ts'
import { publicRulesOf } from './rules.ts'
import { whenSent } from './settle/messages.ts'
import { publicSubmitting } from './submitting/index.ts'
import { together } from './together.ts'
import { tokensOf } from './tokens.ts'
import type { PublicDesk, PublicRegistering } from './types.ts'

/** The settings a desk is opened with. */
export type DeskSettings = Pick<Environment, 'siteUrl' | 'timeZone' | 'secret' | 'badgeKeys'>

type Given = {
  payload: Payload
  env: DeskSettings
  source: CatalogSource
  clock: () => Temporal.Instant
  /** Nothing is sent, whatever mail server is set up. */
  keepsMail?: boolean
}

/** Opens a link and does something with what it is for. */
const through =
  (context: DeskContext, token: string) =>
  async <Value extends object>(work: (managed: Managed) => Promise<Done<Value>>): Promise<Done<Value>> => {
    const opened = await openLink(context, token)
    return opened.ok ? work(opened) : opened
  }

const receiptOf = async (context: DeskContext, token: string) => {
  const opened = await context.tokens.open('receipt', token, context.clock())
  if (!opened.ok) return undefined
  const rules = await publicRulesOf(context, String(opened.claims['s']))
  if (!rules?.course) return undefined
  const { library, course, view } = rules
  return {
    outcome: opened.claims['o'] as 'confirmed' | 'waitlisted' | 'requested',
    course: refOf(library, course),
    session: view,
    mailbox: String(opened.claims['m']),
  }
}

const publicRegistering = (context: DeskContext): PublicRegistering => ({
  now: context.clock(),
  form: (slug, session) => formOf(context, slug, session),
  quote: (slug, form) => quoteOf(context, slug, form),
  register: (slug, form, letter) => registerPerson(context, slug, form, letter),
  receipt: (token) => receiptOf(context, token),
  managed: (token) =>
    through(context, token)(async (managed) => ({ ok: true, view: await managedView(context, managed) })),
  cancel: (token, form) => through(context, token)((managed) => cancelManaged(context, managed, form)),
  sendColleague: (token, form) => through(context, token)((managed) => sendColleagueManaged(context, managed, form)),
  answerOffer: (token, { answer }) => through(context, token)((managed) => answerManaged(context, managed, answer)),
  chooseConsents: (token, consents) =>
    through(context, token)((managed) => consentsManaged(context, managed, consents)),
  addLetter: (token, letter) => through(context, token)((managed) => letterManaged(context, managed, letter)),
  addOrder: (token, number) => through(context, token)((managed) => orderManaged(context, managed, number)),
  calendar: async (token) => {
    const opened = await openLink(context, token)
    return opened.ok ? calendarOf(context, opened.registration) : undefined
  },
  sendMyLink: (email) => requestMyLink(context, email),
  mine: (token) => myViewOf(context, token),
})

const publicDesk = (context: DeskContext): PublicDesk =>
  together([
    publicRegistering(context),
    publicBills(context),
    publicApplying(context),
    publicSubmitting(context),
    publicAwards(context),
  ])

/** Opens the registration desk on a database; `start` begins to derive what follows from what is written. */
export const openDesk = async ({ payload, env, source, clock, keepsMail }: Given) => {
  await linesOf(payload).load()
  const afterwards = (work: () => Promise<unknown>): void => {
    setImmediate(() => {
      work().catch((error: unknown) => payload.logger.error({ err: error }, 'Something nobody waited for failed'))
    })
  }
  const context: DeskContext = {
    payload,
    siteUrl: env.siteUrl,
    zone: env.timeZone,
    clock,
    keepsMail,
    source,
    tokens: tokensOf(env.secret),
    badgeKeys: badgeKeysOf(env.badgeKeys),
    agency: keepAgency(payload),
    organizations: keepOrganizations(payload),
    afterwards,
    settleSoon: () => reconcile.settleSoon(),
  }
  const reconcile = reconciler(context)
  const stopListening = onChange((slug) => {
    if (slug === 'sessions' || slug === 'policies' || slug === 'collaboratives') reconcile.settleSoon()
  })
  return {
    context,
    open: (): PublicDesk => publicDesk(context),
    settle: reconcile.settle,
    start: reconcile.start,
    stop: async (): Promise<void> => {
      stopListening()
      await reconcile.stop()
      await whenSent(context)
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
