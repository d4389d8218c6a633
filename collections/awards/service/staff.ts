import type { Act } from '../../kernel/act.ts'
import { statusOf } from '../policy.ts'
import { REGIVE_REFUSALS, REVOKE_REFUSALS, type AwardKind, type AwardStatus } from '../states.ts'
import { awardView, type AwardView } from '../view.ts'
import { idOf } from '../../kernel/related.ts'
import type { Award } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { one, pageOf } from '../../kernel/queries.ts'
import { staffName } from '../../staff/queries.ts'
import { DONE, refusedWith } from '../../staff/refusals.ts'
import { asShown, type Shown } from '../../staff/shown.ts'
import { logEntries } from '../../staff/records.ts'
import type { LogEntry, StaffDone } from '../../staff/views.ts'
import { badgeIn } from './badges.ts'
import { sessionCertificates } from './certificate-document.ts'
import { awardsFound } from './found.ts'
import { giveAnew, takeBack } from './reissue.ts'

const PAGE = 50
const LONGEST = 2000

/** An award as a line of the desk. */
export type AwardLine = {
  id: string
  code: string
  kind: AwardKind
  title: string
  name: string
  email: string
  awardedAt: Temporal.Instant
  status: AwardStatus
}

/** One award with all that is known of it. */
export type AwardCase = {
  revision: number
  line: AwardLine
  view: AwardView
  showsName: boolean
  /** Pages of the desk it came from; null: none. */
  registration: string | null
  submission: string | null
  revokedBy: string | null
  log: LogEntry[]
}

const lineOf = ({ id, code, kind, title, name, email, ...award }: Award, now: Temporal.Instant): AwardLine => ({
  id,
  code,
  kind,
  title,
  name,
  email,
  awardedAt: Temporal.Instant.from(award.awardedAt),
  status: statusOf(award, now),
})

const listOf = async (context: Context, now: Temporal.Instant, search: string, page: number) => {
  const { docs, ...listed } = await pageOf(context, 'awards', awardsFound(search), {
    page,
    limit: PAGE,
    sort: '-awardedAt',
  })
  return { rows: docs.map((award) => lineOf(award, now)), page, ...listed }
}

const caseOf = async (context: Context, now: Temporal.Instant, id: string): Promise<AwardCase | undefined> => {
  const award = await one(context, 'awards', id)
  if (!award) return undefined
  const user = award.revokedBy ? await one(context, 'users', idOf(award.revokedBy) ?? '') : undefined
  return {
    revision: award.revision,
    line: lineOf(award, now),
    view: awardView(award, badgeIn(award), now, context.zone),
    showsName: award.showsName,
    registration: idOf(award.registration) ?? null,
    submission: idOf(award.submission) ?? null,
    revokedBy: user ? staffName(user) : null,
    log: await logEntries(context, { key: { like: `award:${id}:` } }),
  }
}

/** Awards, for registrars: what was given, taking it back, and giving it anew. */
export const staffAwards = (context: Context, act: Act) => ({
  /** Certificates of everybody of a session, in one file. */
  ofSession: (session: string) => sessionCertificates(context, session),
  list: (search: string, page: number) => listOf(context, act.now, search, page),
  read: (id: string) => caseOf(context, act.now, id),
  revoke: (id: string, reason: string, shown: Shown = {}): Promise<StaffDone> =>
    asShown(context, 'awards', id, shown, async () => {
      const award = await one(context, 'awards', id)
      const refusal = award ? await takeBack(act, award, reason.slice(0, LONGEST)) : 'not-found'
      return refusal ? refusedWith(REVOKE_REFUSALS, refusal) : DONE
    }),
  reissue: (id: string, reason: string, shown: Shown = {}): Promise<StaffDone> =>
    asShown(context, 'awards', id, shown, async () => {
      const award = await one(context, 'awards', id)
      const refusal = award ? await giveAnew(context, act, award, reason.slice(0, LONGEST)) : 'not-found'
      return refusal ? refusedWith(REGIVE_REFUSALS, refusal) : DONE
    }),
})
