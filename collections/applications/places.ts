import { choicesOf } from './form.ts'
import type { Application } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { idOf } from '../kernel/related.ts'
import type { Entry } from '../kernel/audit.ts'
import { changeApplication, entryOf, type KnownApplication } from './change.ts'
import type { EntryFor } from '../kernel/change.ts'

/** `<collaborative>#<n>`: a place has one holder, which the unique index sees to. */
const placeKey = (collaborative: string, place: number | string): string => `${collaborative}#${place}`

/** The number of a place; undefined for one given by hand where their number was not decided. */
const numberOf = (key: string): number | undefined => {
  const place = Number(key.slice(key.lastIndexOf('#') + 1))
  return Number.isInteger(place) ? place : undefined
}

/**
 * Gives out the keys of free places in one collaborative, the lowest number first; undefined when none is free. `held` are the
 * keys in use. Whoever holds a place above the limit, or one without a number, still counts: as many numbers are left out, so
 * that a limit that was lowered or decided later is kept. Without a limit a place is named after its application.
 */
export const freePlaces = (collaborative: string, limit: number | null, held: readonly string[]) => {
  const numbers = new Set(held.map(numberOf))
  const beyond = held.filter((key) => (numberOf(key) ?? Infinity) > (limit ?? Infinity)).length
  const last = limit === null ? Infinity : limit - beyond
  let next = 1
  let room = limit === null ? Infinity : limit - held.length
  return (application: string): string | undefined => {
    if (limit === null) return placeKey(collaborative, `of-${application}`)
    while (numbers.has(next)) next += 1
    if (room <= 0 || next > last) return undefined
    room -= 1
    next += 1
    return placeKey(collaborative, next - 1)
  }
}

export type Offer = {
  collaborative: string
  key: string
  until: Temporal.Instant
  /** Why they are offered it, in a sentence for the log. */
  why: string
}

/**
 * Holds a place for somebody in one write; undefined where the place is somebody else's by now, or the application has changed.
 * What is told follows from what is written.
 */
export const offerPlace = async (
  act: Act,
  known: KnownApplication,
  { collaborative, key, until, why }: Offer,
  entry: EntryFor<'applications'>,
): Promise<Application | undefined> => {
  // As the database writes moments, so that both say the same.
  const offerUntil = until.toString({ fractionalSecondDigits: 3 })
  const choices = choicesOf(known).map((choice) =>
    choice.collaborative === collaborative ? { ...choice, state: 'open' as const, until: offerUntil } : choice,
  )
  const offer = {
    status: 'offered',
    place: collaborative,
    placeKey: key,
    choices,
    offeredAt: act.now.toString(),
    offerUntil,
    reason: why,
  } as const
  return changeApplication(act, known, offer, entry)
}

/** What the audit log says of the status an application has reached; the same however often it is said. */
export const statusEntry = (application: Application, summary: string): Entry =>
  entryOf(
    application,
    [application.status, application.movedAt, idOf(application.place)].filter(Boolean).join(':'),
    summary,
    application.reason,
  )
