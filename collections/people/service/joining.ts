import type { Context } from '../../context/context.ts'
import { count, every, one } from '../../kernel/queries.ts'
import type { Person } from '../../kernel/payload-types.ts'
import { wasThere } from '../../attendance/states.ts'
import { personKnown } from '../../staff/people.ts'
import { joinableOf, ownedBy } from '../join.ts'
import { refusalToJoin } from '../joining.ts'
import { actOf } from '../../context/context.ts'
import { SYSTEM } from '../../kernel/act.ts'
import type { JoinSide, JoinView } from './staff-views.ts'

const sideOf = async (context: Context, person: Person): Promise<JoinSide> => {
  const of = await ownedBy(actOf(context, SYSTEM), person.id)
  const [days, lines] = await Promise.all([
    every(context, 'attendance', { person: { equals: person.id } }),
    count(context, 'charges', { registration: { in: of.registrations } }),
  ])
  const there = days.filter(({ state }) => wasThere(state))
  return {
    ...personKnown(person, await context.organizations()),
    registrations: of.registrations.length,
    days: there.length,
    minutes: there.reduce((sum, { minutes }) => sum + minutes, 0),
    awards: of.awards.length,
    applications: of.applications.length,
    works: of.submissions.length,
    lines,
  }
}

/** Two records before they are joined, with what each has; undefined where one is gone. */
export const joinView = async (context: Context, id: string, other: string): Promise<JoinView | undefined> => {
  const [person, into] = [await one(context, 'people', id), await one(context, 'people', other)]
  if (!person || !into) return undefined
  const act = actOf(context, SYSTEM)
  return {
    from: await sideOf(context, person),
    into: await sideOf(context, into),
    refusal: refusalToJoin(await joinableOf(act, person), await joinableOf(act, into)) ?? null,
  }
}
