import type { Payload, PayloadRequest, Where } from 'payload'
import { holidaysFrom } from '../../holidays/recurrence.ts'
import type { Collaborative, Session } from '../../kernel/payload-types.ts'
import { every } from '../../kernel/queries.ts'
import { isDay, type Day } from '../../values/day.ts'
import { callOf } from '../policy.ts'
import {
  addressOf,
  closedOn,
  datedTexts,
  movedDays,
  refusalsOfSeason,
  renamed,
  type Dated,
  type SeasonForm,
} from '../season.ts'

/** What of a collaborative is prose, and what it is called in the panel. The notice is not copied: it is about the old season. */
const PROSE = {
  summary: 'Summary',
  story: 'Story',
  outcomes: 'Outcomes',
  audience: 'Audience',
  eligibility: 'Eligibility',
  commitments: 'Commitments',
  conditions: 'Conditions',
  questions: 'Questions',
  placesNote: 'Note on places',
}

type Copied = {
  of: { id: string; name: string }
  name: string
  slug: string
  meetings: { days: Day[] }[]
  closed: { day: Day; name: string }[]
  dated: Dated[]
}

/** What a new season would consist of, or does. `ids`: of the drafts, once they are made. */
export type SeasonPlan = { program: string | null; copies: Copied[]; ids?: string[] }
export type SeasonAnswer =
  { ok: true; plan: SeasonPlan } | { ok: false; errors: Partial<Record<keyof SeasonForm, string>> }

type Source = { payload: Payload }
type Old = { one: Collaborative; sessions: Session[] }

const LIVE: Where = { status: { equals: 'scheduled' } }

/** The collaboratives that are applied for together with one, as they were last saved, with their live meetings. */
const seasonOf = async (source: Source, id: string): Promise<Old[] | undefined> => {
  const all = await every(source, 'collaboratives', {})
  const found = all.find((one) => one.id === id)
  if (!found) return undefined
  const together = all.filter((one) => callOf(one) === callOf(found))
  return Promise.all(
    together.map(async (one) => ({
      one,
      sessions: await every(
        source,
        'sessions',
        { and: [{ collaborative: { equals: one.id } }, LIVE] },
        { sort: 'startsAt' },
      ),
    })),
  )
}

const heldIn = ({ days }: Session): Day[] => days.filter(({ canceled }) => !canceled).map(({ date }) => date)

const isShared = ({ one }: Old): boolean => callOf(one).startsWith('program:')

const planOf = async (source: Source, olds: readonly Old[], { season, firstDay }: SeasonForm): Promise<SeasonPlan> => {
  const holidays = holidaysFrom(await every(source, 'holidays', {}))
  const program = olds[0] && isShared(olds[0]) ? renamed(olds[0].one.program!, season) : null
  const all = olds.flatMap(({ sessions }) => sessions.map(heldIn))
  const moved = isDay(firstDay) ? movedDays(all, firstDay) : all.map(() => [])
  let next = 0
  const copies = olds.map(({ one, sessions }): Copied => {
    const meetings = sessions.map(() => ({ days: moved[next++]! }))
    return {
      of: { id: one.id, name: one.name },
      // Where the program has the season in its name, its collaboratives keep theirs.
      name: program ? one.name : renamed(one.name, season),
      slug: addressOf(one.name, season),
      meetings,
      closed: closedOn(
        meetings.flatMap(({ days }) => days),
        holidays,
      ),
      dated: datedTexts({ ...one }, PROSE),
    }
  })
  return { program, copies }
}

/** What a new season would consist of; undefined where there is no such collaborative. */
export const seasonPlan = async (source: Source, id: string, form: SeasonForm): Promise<SeasonAnswer | undefined> => {
  const olds = await seasonOf(source, id)
  if (!olds) return undefined
  const hasMeetings = olds.some(({ sessions }) => sessions.length > 0)
  const errors = refusalsOfSeason(form, { hasMeetings, isDay })
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, plan: await planOf(source, olds, form) }
}

type By = { payload: Payload; req: PayloadRequest }

/** One meeting of the new season: hours and places of the old one, on its own days. Links to join are given anew. */
const copyMeeting = async ({ payload, req }: By, old: Session, days: readonly Day[], collaborative: string) => {
  const rows = old.days.filter(({ canceled }) => !canceled)
  await payload.create({
    collection: 'sessions',
    draft: true,
    overrideAccess: false,
    req,
    data: {
      collaborative,
      timeZone: old.timeZone,
      format: old.format,
      capacity: old.capacity,
      seatsReserved: 0,
      instructors: old.instructors,
      note: old.note,
      status: 'scheduled',
      _status: 'draft',
      days: rows.map(({ startTime, endTime, breakMinutes, place, address }, at) => ({
        date: days[at]!,
        startTime,
        endTime,
        breakMinutes,
        place,
        address,
      })),
    } as never,
  })
}

/** Makes the drafts of a new season, in the name of whoever asks for it; nothing of it is on the site before it is published. */
export const makeSeason = async (by: By, id: string, form: SeasonForm): Promise<SeasonAnswer | undefined> => {
  const answer = await seasonPlan(by, id, form)
  if (!answer?.ok) return answer
  const olds = (await seasonOf(by, id))!
  const { plan } = answer
  const ids: string[] = []
  for (const [at, { one, sessions }] of olds.entries()) {
    const copy = plan.copies[at]!
    const made = await by.payload.duplicate({
      collection: 'collaboratives',
      id: one.id,
      draft: true,
      overrideAccess: false,
      req: by.req,
      data: {
        name: copy.name,
        slug: copy.slug,
        ...(plan.program && { program: plan.program }),
        notice: null,
        opensOn: form.opensOn || null,
        appliesUntil: form.appliesUntil || null,
        _status: 'draft',
      },
    })
    ids.push(made.id)
    for (const [nth, session] of sessions.entries()) await copyMeeting(by, session, copy.meetings[nth]!.days, made.id)
  }
  return { ok: true, plan: { ...plan, ids } }
}
