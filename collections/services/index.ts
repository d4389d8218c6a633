import type { Payload } from 'payload'
import { linesOf } from '../registrations/lines.ts'
import type { BadgeKeys } from '../kernel/badge-keys.ts'
import { setClock } from '../kernel/clock.ts'
import type { CatalogSource } from '../catalog/source.ts'
import { keepAgency } from '../agency/queries.ts'
import type { Context } from '../context/context.ts'
import { keepOrganizations } from '../organizations/queries.ts'
import { followUps, type Turn } from './followups.ts'
import { whenSent } from '../outbox/service/queue.ts'
import { tokensOf } from '../kernel/links.ts'
import { publicServices, type PublicServices } from './public.ts'

/** The settings of the installation that what we do depends on. */
export type ServiceSettings = { siteUrl: string; timeZone: string; secret: string }

type Given = {
  payload: Payload
  env: ServiceSettings
  /** The keys badges are signed with, read or made when they are first asked for. */
  badgeKeys: () => Promise<BadgeKeys>
  source: CatalogSource
  /** The time; read once for each request and each round. Tests move it. */
  clock: () => Temporal.Instant
  /** Nothing is sent, whatever mail server is set up. */
  keepsMail?: boolean
  /** Whether what follows is for this process to do; without it, it is the only one. */
  turn?: Turn
}

const ALONE: Turn = { isHeld: () => true, onTaken: () => undefined }

/** Opens everything we do on a database; `start` begins to derive what follows from what is written. */
export const createServices = async ({ payload, env, badgeKeys, source, clock, keepsMail, turn = ALONE }: Given) => {
  setClock(payload, clock)
  await linesOf(payload).load()
  const afterwards = (work: () => Promise<unknown>): void => {
    setImmediate(() => {
      work().catch((error: unknown) => payload.logger.error({ err: error }, 'Something nobody waited for failed'))
    })
  }
  const shared: Omit<Context, 'now'> = {
    payload,
    siteUrl: env.siteUrl,
    zone: env.timeZone,
    keepsMail,
    source,
    tokens: tokensOf(env.secret),
    badgeKeys,
    agency: keepAgency(payload),
    organizations: keepOrganizations(payload),
    afterwards,
    mayWork: turn.isHeld,
  }
  const at = (now: Temporal.Instant): Context => ({ ...shared, now })
  const context = (): Context => at(clock())
  const jobs = followUps(payload, context, turn)
  return {
    /** What everything is done with, at this moment. */
    context,
    /** What the public pages may ask for, at the moment of their request. */
    open: (moment: Context = context()): PublicServices => publicServices(moment),
    /** Derives everything that follows, and has sent what is to be sent. */
    followUp: jobs.run,
    /** How many rounds of it there were, for whoever watches. */
    rounds: jobs.rounds,
    start: jobs.start,
    stop: async (): Promise<void> => {
      await jobs.stop()
      await whenSent(shared)
    },
  }
}

export type Services = Awaited<ReturnType<typeof createServices>>
