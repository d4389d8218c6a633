import type { Where } from 'payload'
import type { Attendance, Registration, Session } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { change as changeRecord, create as createRecord } from '../kernel/change.ts'
import { writeEntry, type Entry } from '../kernel/audit.ts'
import { removeIf, type Fields } from '../kernel/keyed.ts'
import { dayKey } from '../registrations/day-key.ts'
import { every, first, one, pluck } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { formatDay, type Day } from '../values/day.ts'
import { DAY_STATE_LABELS, wasThere, type DayState, type RECORDED } from './states.ts'
import { feeAfterCorrection, minutesFor, minutesOf, refusalToMark, rowFor, type MarkRefusal } from './policy.ts'

/** What a page showed of a day when somebody decided about it; '' where nobody had said a word. */
export type Shown = DayState | ''

/** What is recorded for one day. `minutes` is asked for only where somebody was there for a part. */
export type Mark = { state: (typeof RECORDED)[number]; minutes?: number | null; note?: string; was?: Shown | undefined }

export type Marked = { ok: true; changed: boolean } | { ok: false; refusal: MarkRefusal }

const ATTEMPTS = 4

/** A day of somebody by its key, as far as it is recorded. */
export const rowOf = (act: Act, key: string): Promise<Attendance | undefined> =>
  first(act, 'attendance', { key: { equals: key } })

const isOther = (row: Attendance | undefined, was: Shown | undefined): boolean =>
  was !== undefined && (row?.state ?? '') !== was

type Write = {
  registration: Registration
  date: Day
  was: Shown | undefined
  fields: Pick<Fields<'attendance'>, 'state' | 'minutes' | 'note'>
}

const isSame = (row: Attendance, { state, minutes, note }: Write['fields']): boolean =>
  row.state === state && row.minutes === minutes && (row.note ?? '') === (note ?? '')

/** What was said of a day; each writing of a row is another revision, so the log keeps what it said before. */
const aboutDay = (
  row: Attendance,
  said: string,
): Pick<Entry, 'key' | 'kind' | 'summary' | 'registration' | 'session'> => ({
  key: `attendance:${row.id}:${row.revision}`,
  kind: 'attendance.recorded',
  summary: `${row.name}, ${formatDay(row.date, 'en', 'short')}: ${said}`,
  registration: row.registration,
  session: row.session,
})

const recorded =
  (before: DayState | null) =>
  (row: Attendance): Entry => ({
    ...aboutDay(row, `${DAY_STATE_LABELS[row.state]}${before ? ` (before: ${DAY_STATE_LABELS[before]})` : ''}`),
    reason: row.note ?? undefined,
    data: { date: row.date, state: row.state, minutes: row.minutes, before },
  })

const create = async (act: Act, { registration, date, fields }: Write): Promise<boolean> => {
  const row = {
    ...rowFor(registration, date),
    ...fields,
    at: act.now.toString(),
    recordedBy: act.actor.user,
  }
  return Boolean(await createRecord(act, 'attendance', row, recorded(null)))
}

const change = async (act: Act, row: Attendance, { fields }: Write): Promise<boolean> => {
  const feeState = feeAfterCorrection(fields.state as DayState, row.feeState)
  const decided =
    feeState === 'waived' && row.feeState !== 'waived'
      ? {
          feeReason: 'The day was recorded anew; the fee has no ground any more.',
          feeDecidedBy: act.actor.user,
          feeDecidedAt: act.now.toString(),
        }
      : {}
  const absent = [
    ...(feeState === 'none' ? (['feeCents', 'feeEvidence', 'feeReason'] as const) : []),
    // Whoever was there after all has nothing to make up for.
    ...(wasThere(fields.state as DayState) ? (['madeUp', 'madeUpHow'] as const) : []),
    'isOnTime',
  ] as const
  const changed = await changeRecord(
    act,
    'attendance',
    row,
    {
      ...fields,
      ...decided,
      feeState,
      at: act.now.toString(),
      recordedBy: act.actor.user,
    },
    recorded(row.state),
    { absent },
  )
  return Boolean(changed)
}

/**
 * Writes the row, new or anew, unless it is another than was shown. Where nothing was shown, somebody who writes it in the same
 * moment is written over, and both stand in the log.
 */
const put = async (act: Act, write: Write): Promise<Marked> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const row = await rowOf(act, dayKey(write.registration.id, write.date))
    if (row && isSame(row, write.fields)) return { ok: true, changed: false }
    if (isOther(row, write.was)) break
    if (await (row ? change(act, row, write) : create(act, write))) return { ok: true, changed: true }
  }
  return { ok: false, refusal: 'changed-meanwhile' }
}

const markOne = (
  act: Act,
  session: Session,
  registration: Registration,
  date: Day,
  { state, minutes, note = '', was }: Mark,
): Promise<Marked> => {
  const refusal = refusalToMark({ state, minutes }, date, session, registration.status, act.now)
  if (refusal) return Promise.resolve({ ok: false, refusal })
  const counted = minutesFor(state, minutes, minutesOf(session.days, date))!
  return put(act, { registration, date, was, fields: { state, minutes: counted, note: note.trim() } })
}

/** Records how one day went for one registration. The same said twice is one row and one line of the log. */
export const mark = async (act: Act, registrationId: string, date: Day, entry: Mark): Promise<Marked> => {
  const registration = await one(act, 'registrations', registrationId)
  const session = registration && (await one(act, 'sessions', idOf(registration.session)))
  return session ? markOne(act, session, registration, date, entry) : { ok: false, refusal: 'not-found' }
}

/**
 * Writes down that a day was canceled, at the moment we were told; somebody who was marked absent since had canceled. False where
 * something else is known about the day, which then stays.
 */
export const recordCanceled = async (
  act: Act,
  registration: Registration,
  date: Day,
  canceled: { at: Temporal.Instant; isOnTime: boolean; note?: string },
): Promise<boolean> => {
  const fields = {
    state: 'canceled' as const,
    minutes: 0,
    at: canceled.at.toString(),
    isOnTime: canceled.isOnTime,
    note: canceled.note || undefined,
  }
  // What was canceled is said of the registration.
  if (await createRecord(act, 'attendance', { ...rowFor(registration, date), ...fields }, null)) return true
  const known = await rowOf(act, dayKey(registration.id, date))
  if (known?.state !== 'absent') return false
  const feeState = feeAfterCorrection('canceled', known.feeState)
  const taken = feeState === 'waived' && known.feeState !== 'waived'
  const changed = await changeRecord(
    act,
    'attendance',
    known,
    {
      ...fields,
      feeState,
      ...(taken && { feeReason: canceled.note, feeDecidedBy: act.actor.user, feeDecidedAt: act.now.toString() }),
    },
    recorded(known.state),
    { absent: feeState === 'none' ? ['feeCents', 'feeEvidence', 'feeReason'] : [] },
  )
  return Boolean(changed)
}

/** Writes down that a colleague has a day, from a moment on; false where something is known about the day, which then stays. */
export const recordSubstituted = async (
  act: Act,
  registration: Registration,
  date: Day,
  { at, note }: { at: string; note: string },
): Promise<boolean> => {
  const fields = { state: 'substituted' as const, minutes: 0, at, note }
  // What was handed on is said of the registration.
  return Boolean(await createRecord(act, 'attendance', { ...rowFor(registration, date), ...fields }, null))
}

/** A colleague has a day of the same seat after all: what said that somebody else has it is taken away. */
export const dropSubstituted = async (act: Act, { id }: Registration, date: Day): Promise<void> => {
  const row = await rowOf(act, dayKey(id, date))
  if (row?.state === 'substituted')
    await removeIf(act.payload, 'attendance', row.id, { state: { equals: 'substituted' } })
}

/** Writes down on a new date what was said of the day it stands for; where something is known of it already, that stays. */
export const recordAlong = async (
  act: Act,
  registration: Registration,
  date: Day,
  said: Pick<Fields<'attendance'>, 'state' | 'at' | 'note' | 'isOnTime'>,
): Promise<void> => {
  // The move is said of the registration.
  await createRecord(act, 'attendance', { ...rowFor(registration, date), minutes: 0, ...said }, null)
}

/** Takes a mark back, so that the day is as if nobody had said anything; not once a fee was decided, or where it was canceled. */
export const unmark = async (act: Act, registrationId: string, date: Day, was?: Shown): Promise<Marked> => {
  const row = await rowOf(act, dayKey(registrationId, date))
  if (!row) return { ok: true, changed: false }
  if (isOther(row, was)) return { ok: false, refusal: 'changed-meanwhile' }
  if (row.state === 'canceled' || row.state === 'substituted') return { ok: false, refusal: 'decided' }
  if (row.feeState !== 'none' && row.feeState !== 'proposed') return { ok: false, refusal: 'decided' }
  await removeIf(act.payload, 'attendance', row.id, { revision: { equals: row.revision } })
  if (await rowOf(act, row.key)) return { ok: false, refusal: 'changed-meanwhile' }
  await writeEntry(act, {
    ...aboutDay(row, `taken back (before: ${DAY_STATE_LABELS[row.state]})`),
    key: `attendance:${row.id}:${row.revision}:taken-back`,
    data: { date, state: null, before: row.state },
  })
  return { ok: true, changed: true }
}

const registrationsOf = (act: Act, session: string): Promise<Registration[]> =>
  every(act, 'registrations', { session: { equals: session } })

/** How many rows a sheet changed, and which entries could not be taken. */
export type Sheet = { ok: true; changed: number; refused: { registration: string; refusal: MarkRefusal }[] }
type SheetRefused = { ok: false; refusal: MarkRefusal }

/**
 * Records a whole day from a sheet; entries are by registration, and whoever is not on it stays as they are. The same sheet
 * twice changes nothing the second time. An entry that does not fit is named, and never stops the others.
 */
export const markAll = async (
  act: Act,
  sessionId: string,
  date: Day,
  entries: ReadonlyMap<string, Mark>,
): Promise<Sheet | SheetRefused> => {
  const session = await one(act, 'sessions', sessionId)
  if (!session) return { ok: false, refusal: 'not-found' }
  const registrations = new Map((await registrationsOf(act, sessionId)).map((row) => [row.id, row]))
  const sheet: Sheet = { ok: true, changed: 0, refused: [] }
  for (const [id, entry] of entries) {
    const registration = registrations.get(id)
    const marked: Marked = registration
      ? await markOne(act, session, registration, date, entry)
      : { ok: false, refusal: 'not-found' }
    if (!marked.ok) sheet.refused.push({ registration: id, refusal: marked.refusal })
    else if (marked.changed) sheet.changed += 1
  }
  return sheet
}

/** Ends the recording of a day: everyone who has a seat, and about whom nobody said a word, was absent. */
export const closeDay = async (act: Act, sessionId: string, date: Day): Promise<Sheet | SheetRefused> => {
  const ofDay: Where = { and: [{ session: { equals: sessionId } }, { date: { equals: date } }] }
  const rows = await pluck(act, 'attendance', ofDay, ['registration'])
  const known = new Set(rows.map(({ registration }) => registration))
  const silent = (await registrationsOf(act, sessionId)).filter(
    ({ id, status }) => status === 'confirmed' && !known.has(id),
  )
  const sheet = await markAll(act, sessionId, date, new Map(silent.map(({ id }) => [id, { state: 'absent' }])))
  // What holds one back is the day itself, such as one that has not come: nothing was ended then.
  const [held] = sheet.ok && sheet.changed === 0 ? sheet.refused : []
  return held ? { ok: false, refusal: held.refusal } : sheet
}

/** Notes that a missed day was made up for, and how; `how` null: it was not, after all. Whether a program lets people is its own. */
export const makeUp = async (act: Act, registrationId: string, date: Day, how: string | null): Promise<Marked> => {
  const row = await rowOf(act, dayKey(registrationId, date))
  if (!row || wasThere(row.state)) return { ok: false, refusal: 'not-missed' }
  if (how?.trim() === '') return { ok: false, refusal: 'no-way' }
  const isMadeUp = how !== null
  if ((row.madeUp ?? false) === isMadeUp && (row.madeUpHow ?? null) === (how?.trim() ?? null))
    return { ok: true, changed: false }
  // Somebody else has said how; that is taken back first.
  if (row.madeUp && isMadeUp) return { ok: false, refusal: 'changed-meanwhile' }
  const changed = await changeRecord(
    act,
    'attendance',
    row,
    { madeUp: isMadeUp, ...(isMadeUp && { madeUpHow: how.trim() }) },
    (now) => ({
      ...aboutDay(now, isMadeUp ? 'made up for' : 'not made up for after all'),
      reason: how?.trim(),
      data: { date, state: row.state, madeUp: isMadeUp },
    }),
    { absent: isMadeUp ? [] : ['madeUpHow'] },
  )
  return changed ? { ok: true, changed: true } : { ok: false, refusal: 'changed-meanwhile' }
}
