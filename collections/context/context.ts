import type { Payload } from 'payload'
import type { Act, Actor } from '../kernel/act.ts'
import type { BadgeKeys } from '../kernel/badge-keys.ts'
import type { CatalogSource } from '../catalog/source.ts'
import type { Agency } from '../agency/queries.ts'
import type { Organizations } from '../organizations/queries.ts'
import type { Tokens } from '../kernel/links.ts'
import type { Visitor } from '../registrations/arrivals.ts'

/** What everything is done with at one moment: a request, or a round of what follows, takes it once and hands it on. */
export type Context = {
  payload: Payload
  /** The public origin, for links in messages. */
  siteUrl: string
  /** The agency's zone: what "today" means. */
  zone: string
  /** The moment everything here happens at. There is no other clock. */
  now: Temporal.Instant
  /** Who asks, where it is somebody from outside. */
  visitor?: Visitor
  /** Messages are kept and not sent: demo people have no mailboxes. */
  keepsMail?: boolean
  source: CatalogSource
  tokens: Tokens
  /** The keys badges are signed with; made when they are first asked for. */
  badgeKeys: () => Promise<BadgeKeys>
  /** Who we are, for statements, badges and certificates. */
  agency: Agency
  /** The organizations people can name, by id. */
  organizations: Organizations
  /** Whether what follows is for this process to do now; asked before each step, and before anything is sent. Absent: it is. */
  mayWork?: () => boolean
  /** Does something nobody waits for, after the answer is out; it may be lost when the process is killed. */
  afterwards: (work: () => Promise<unknown>) => void
}

/** Somebody doing something now. */
export const actOf = ({ payload, now, zone }: Context, actor: Actor): Act => ({
  payload,
  now,
  zone,
  actor,
})
