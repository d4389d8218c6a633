import { applyingOf } from '../collaboratives/policy.ts'
import { NEWS_DAYS } from '../sessions/policy.ts'
import { policyNumbers } from '../policies/view.ts'
import { sessionView } from '../sessions/view.ts'
import { addDays, dayIn, endOfDay, startOfDay } from '../values/day.ts'
import type { Snapshot } from './snapshot.ts'

// When time alone changes what the public pages show.

const DAY = 86_400_000

const after = (instant: Temporal.Instant): number => instant.epochMilliseconds + 1

/**
 * Every moment at which a public page becomes another without anybody writing anything: registration opens or closes, a session
 * begins or ends, the last moment to cancel has passed, applications open or close, an opening stops being news. In order, in
 * milliseconds since 1970. Midnights are not among them: there is no end of them.
 */
const momentsIn = (snapshot: Snapshot, zone: string): number[] => {
  // By every rule that is, or will be, in force.
  const rules = [...snapshot.documents.policies.values()]
    .filter(({ kind }) => kind === 'cancellation')
    .map((policy) => ({ holidays: snapshot.holidays, cancellation: policyNumbers(policy), zone }))
  const moments = new Set<number>()
  for (const facts of snapshot.session.values()) {
    const { opensAt, closesAt, startsAt, endsAt } = facts
    for (const at of [opensAt, closesAt, startsAt, endsAt]) if (at) moments.add(at.epochMilliseconds)
    if (opensAt) moments.add(after(opensAt) + NEWS_DAYS * DAY)
    for (const { freeUntil } of rules.flatMap((rule) => sessionView(facts, rule, startsAt).events))
      if (freeUntil) moments.add(after(freeUntil))
  }
  for (const one of snapshot.collaboratives.values()) {
    const { opensOn, appliesUntil, timeZone } = applyingOf(one)
    if (opensOn) moments.add(startOfDay(opensOn, timeZone).epochMilliseconds)
    if (appliesUntil) moments.add(after(endOfDay(appliesUntil, timeZone)))
  }
  return [...moments].sort((a, b) => a - b)
}

const known = new WeakMap<Snapshot, number[]>()

/** The first moment in order that lies after `now`. */
const firstAfter = (moments: readonly number[], now: number): number => {
  let [from, to] = [0, moments.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (moments[middle]! > now) to = middle
    else from = middle + 1
  }
  return moments[from] ?? Infinity
}

/**
 * Until when everything public stays as it is, if nobody writes anything: the next moment of the catalog, or the next midnight in
 * `zone`, whichever comes first. In milliseconds since 1970; at that moment it is different.
 */
export const sameUntil = (snapshot: Snapshot, now: Temporal.Instant, zone: string): number => {
  const moments = known.get(snapshot) ?? momentsIn(snapshot, zone)
  known.set(snapshot, moments)
  const midnight = startOfDay(addDays(dayIn(now, zone), 1), zone).epochMilliseconds
  return Math.min(midnight, firstAfter(moments, now.epochMilliseconds))
}
