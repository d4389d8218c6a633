import { datesOf, isCalledOff, MARK_REFUSALS, refusalToMark } from '../../attendance/policy.ts'
import type { Context } from '../../context/context.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { every, one } from '../../kernel/queries.ts'
import { REFUSALS } from '../../staff/refusals.ts'
import { toldApart } from '../../staff/apart.ts'
import { organizationNames, rosterLine } from '../../staff/queries.ts'
import type { ManyRow, ManyView } from '../../staff/many-views.ts'
import type { Day } from '../../values/day.ts'
import { planOf } from '../cancellation.ts'
import { isActive } from '../policy.ts'
import { cancellationOf, type Managed } from './managed.ts'
import { movesFor } from './moving.ts'
import { rulesOf } from './rules.ts'

// What something would do to several people of a roster, before it is done: by the same rules as for one of them.

/** More than any roster has. */
export const MOST_AT_ONCE = 300

export type ManyAsked = { what: ManyView['what']; who: readonly string[]; day: Day | ''; to: string }

type Outlook = Pick<ManyRow, 'fee' | 'refusal'>

const cancelOutlook = async (context: Context, managed: Managed): Promise<Outlook> => {
  const planned = planOf(await cancellationOf(context, managed, context.now))
  return planned.ok ? { fee: planned.plan.fee, refusal: null } : { fee: null, refusal: REFUSALS[planned.refusal] }
}

const outlookOf = async (context: Context, managed: Managed, { what, day, to }: ManyAsked): Promise<Outlook> => {
  const { registration, rules } = managed
  if (what === 'cancel') return cancelOutlook(context, managed)
  if (what === 'write') return { fee: null, refusal: registration.email ? null : 'No mailbox: nothing can be sent.' }
  if (what === 'excuse') {
    const session = await one(context, 'sessions', rules.facts.id)
    const refusal =
      day && session ? refusalToMark({ state: 'excused' }, day, session, registration.status, context.now) : undefined
    return { fee: null, refusal: refusal ? MARK_REFUSALS[refusal] : null }
  }
  const { refusal, choices } = await movesFor(context, managed, 'staff')
  const chosen = choices.find(({ session }) => session.id === to)
  const against = refusal ?? (to ? (chosen ? chosen.refusal : 'date-past') : null)
  return { fee: null, refusal: against ? REFUSALS[against] : null }
}

/** Everybody of the roster this can be about, each with what it would do to them; undefined where there is no such session. */
export const lookAtMany = async (
  context: Context,
  sessionId: string,
  asked: ManyAsked,
): Promise<ManyView | undefined> => {
  const session = await one(context, 'sessions', sessionId)
  if (!session?.days?.length) return undefined
  const [all, organizations, rules] = await Promise.all([
    every(context, 'registrations', { session: { equals: sessionId } }, { sort: 'name', limit: MOST_AT_ONCE * 2 }),
    organizationNames(context),
    rulesOf(context, sessionId),
  ])
  const chosen = new Set(asked.who)
  const people = all.filter(({ id, status }) => isActive(status) || chosen.has(id)).slice(0, MOST_AT_ONCE)
  const lines = new Map(
    people.map((one) => [one.id, rosterLine(one, { organizations, attendance: [], deposits: [] })] as const),
  )
  const apart = toldApart([...lines.values()])
  const rowOf = async (registration: Registration): Promise<ManyRow> => {
    const isChosen = chosen.has(registration.id)
    const { name, email, status, employer, revision } = lines.get(registration.id)!
    const outlook = isChosen ? await outlookOf(context, { registration, rules }, asked) : { fee: null, refusal: null }
    const { id } = registration
    return { id, revision, name, email, status, employer, apart: apart.get(id) ?? null, isChosen, ...outlook }
  }
  const rows = await Promise.all(people.map(rowOf))
  const first = people.find(({ id, status }) => chosen.has(id) && isActive(status))
  const moves =
    asked.what === 'move' && first ? (await movesFor(context, { registration: first, rules }, 'staff')).choices : []
  return {
    what: asked.what,
    session: rules.view,
    title: rules.course?.title ?? session.title ?? '',
    rows,
    days: datesOf(session.days).filter((day) => !isCalledOff(session.days, day)),
    dates: moves.map(({ session: there }) => there),
  }
}
