import type { Payload } from 'payload'
import { linesOf } from '../registrations/lines.ts'
import type { Done } from '../registrations/states.ts'
import type { BadgeKeys } from '../kernel/badge-keys.ts'
import { onChange } from '../kernel/changes.ts'
import { refOf } from '../catalog/courses.ts'
import type { CatalogSource } from '../catalog/source.ts'
import { keepAgency } from '../agency/queries.ts'
import { publicApplying } from '../applications/service/public.ts'
import { publicAwards } from '../awards/service/public.ts'
import { publicBills } from '../invoices/service/public.ts'
import type { Context } from '../context/context.ts'
import { calendarOf } from '../registrations/service/facts.ts'
import {
  answerManaged,
  cancelManaged,
  consentsManaged,
  letterManaged,
  orderManaged,
  sendColleagueManaged,
} from '../registrations/service/manage.ts'
import { managedView, openLink, type Managed } from '../registrations/service/managed.ts'
import { myViewOf, requestMyLink } from '../people/service/my.ts'
import { keepOrganizations } from '../organizations/queries.ts'
import { reconciler } from './followups.ts'
import { formOf } from '../registrations/service/form.ts'
import { quoteOf } from '../registrations/service/quote.ts'
import { registerPerson } from '../registrations/service/register.ts'
import { publicRulesOf } from '../registrations/service/rules.ts'
import { whenSent } from '../messages/service/outbox.ts'
import { publicSubmitting } from '../submissions/service/public.ts'
import { together } from './together.ts'
import { tokensOf } from '../kernel/links.ts'
import type { PublicDesk, PublicRegistering } from './public.ts'

/** The settings of the installation that what we do depends on. */
export type ServiceSettings = { siteUrl: string; timeZone: string; secret: string }

type Given = {
  payload: Payload
  env: ServiceSettings
  /** The keys badges are signed with, read or made when they are first asked for. */
  badgeKeys: () => Promise<BadgeKeys>
  source: CatalogSource
  clock: () => Temporal.Instant
  /** Nothing is sent, whatever mail server is set up. */
  keepsMail?: boolean
}

/** Opens a link and does something with what it is for. */
const through =
  (context: Context, token: string) =>
  async <Value extends object>(work: (managed: Managed) => Promise<Done<Value>>): Promise<Done<Value>> => {
    const opened = await openLink(context, token)
    return opened.ok ? work(opened) : opened
  }

const receiptOf = async (context: Context, token: string) => {
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

const publicRegistering = (context: Context): PublicRegistering => ({
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

const publicDesk = (context: Context): PublicDesk =>
  together([
    publicRegistering(context),
    publicBills(context),
    publicApplying(context),
    publicSubmitting(context),
    publicAwards(context),
  ])

/** Opens everything we do on a database; `start` begins to derive what follows from what is written. */
export const createServices = async ({ payload, env, badgeKeys, source, clock, keepsMail }: Given) => {
  await linesOf(payload).load()
  const afterwards = (work: () => Promise<unknown>): void => {
    setImmediate(() => {
      work().catch((error: unknown) => payload.logger.error({ err: error }, 'Something nobody waited for failed'))
    })
  }
  const context: Context = {
    payload,
    siteUrl: env.siteUrl,
    zone: env.timeZone,
    clock,
    keepsMail,
    source,
    tokens: tokensOf(env.secret),
    badgeKeys,
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

export type Services = Awaited<ReturnType<typeof createServices>>
