import { callOf } from '../../collaboratives/policy.ts'
import type { MinimumRule } from '../../attendance/minimum.ts'
import { joiningOf, nextBeginning, type Joining } from '../joining.ts'
import { compareDays, instantAt, type Day } from '../../values/day.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import { idsOf } from '../../kernel/related.ts'
import type { Collaborative, Contact } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'

/** The collaboratives on the site that are applied for together, in their order. */
export const callIn = ({ collaboratives }: Snapshot, call: string): Collaborative[] =>
  [...collaboratives.values()].filter((collaborative) => callOf(collaborative) === call)

/** A collaborative as it is on the site, or as it was last saved when it is not there any more. */
export const collaborativeOf = async (context: Context, id: string): Promise<Collaborative | undefined> => {
  const snapshot = await context.source.read()
  return snapshot.documents.collaboratives.get(id) ?? one(context, 'collaboratives', id)
}

/** The days on which a collaborative meets live, as they stand: each once, the earliest first, without what we called off. */
export const liveDatesIn = ({ sessions }: Snapshot, collaborative: string): Day[] => {
  const held = (sessions.get(collaborative) ?? []).filter(({ status }) => status === 'scheduled')
  const days = held.flatMap(({ days }) => days.filter(({ isCanceled }) => !isCanceled).map(({ date }) => date))
  return [...new Set(days)].sort(compareDays)
}

/** The rule of its minimum; null where it asks for none. */
const ruleOf = ({ minimumSessions, onCanceled, makeUps }: Collaborative): MinimumRule | null =>
  minimumSessions ? { minimum: minimumSessions, onCanceled, makeUps } : null

/** Whether somebody can still begin in a collaborative. */
export const joiningIn = ({ sessions }: Snapshot, one: Collaborative, now: Temporal.Instant): Joining =>
  joiningOf(sessions.get(one.id) ?? [], ruleOf(one), now)

/** When its next live session begins; undefined where none is set. */
export const nextSessionOf = ({ sessions }: Snapshot, { id }: Collaborative, now: Temporal.Instant) =>
  nextBeginning(sessions.get(id) ?? [], now)

/** The live days somebody who began now could come to. */
export const daysLeftIn = ({ sessions }: Snapshot, collaborative: string, now: Temporal.Instant): Day[] => {
  const held = (sessions.get(collaborative) ?? []).filter(({ status }) => status === 'scheduled')
  const days = held.flatMap(({ days, timeZone }) =>
    days
      .filter(
        ({ isCanceled, date, startTime }) =>
          !isCanceled && Temporal.Instant.compare(now, instantAt(date, startTime, timeZone)) < 0,
      )
      .map(({ date }) => date),
  )
  return [...new Set(days)].sort(compareDays)
}

/** Who answers for a collaborative: its first contact on the site. */
export const contactOf = ({ documents }: Snapshot, { contacts }: Collaborative): Contact | undefined =>
  idsOf(contacts).flatMap((id) => documents.contacts.get(id) ?? [])[0]
