import { applicantName, choicesOf } from '../form.ts'
import type { Act } from '../../kernel/act.ts'
import { decideWithdrawal, withdrawApplication } from '../answer.ts'
import { changeApplication, entryOf, said } from '../change.ts'
import { canAct, type DeskAction } from '../desk.ts'
import { ordinal } from '../../values/words.ts'
import { freePlaces, offerPlace, statusEntry } from '../places.ts'
import { type Choice, rank } from '../selection.ts'
import type { ApplicationStatus } from '../states.ts'
import { isAskedFor } from '../withdrawal.ts'
import { placeKeyOf } from '../../charges/policy.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { formatMoney, type Cents } from '../../values/money.ts'
import type { Application } from '../../kernel/payload-types.ts'
import { idOf } from '../../kernel/related.ts'
import { dayIn, endOfDay, formatDay, isDay } from '../../values/day.ts'
import { collaborativeOf, joiningIn } from './programs.ts'
import type { Context } from '../../context/context.ts'
import { count, every, one } from '../../kernel/queries.ts'
import type { StaffDone } from '../../staff/views.ts'
import { changedMeanwhile, writeNote } from '../../staff/shown.ts'
import { DONE, NO_REASON, refused } from '../../staff/refusals.ts'
import { candidateOf, rankedIn, selectionOf, stateOf } from './calls.ts'
import { bookPlace, owedNow, priceOf, bookPlacePrice } from './enroll.ts'
import { heldIn, untilFor } from './offers.ts'

const WORDS = {
  gone: 'This application is gone. Nothing was changed.',
  changed: 'Somebody else changed this in the same moment. Nothing was changed; look at it again.',
  'not-now': 'That cannot be done with an application that stands as this one does.',
  score: 'Give a score from 0 to 1,000, with at most two decimals.',
  'not-released': 'Release the decisions first: everybody is told at the same time.',
  full: 'Every place there is held. Nobody is put in beyond the number of places.',
  declined: 'They said no to this place. Choose another.',
  over: 'Whoever began there now could not attend as much as it asks for. Nobody is offered a place.',
  'unknown-choice': 'Choose a collaborative they asked for.',
  paper: 'Give the number of the purchase order, or say that the agreement is on paper.',
  priced: 'The price is settled already.',
  day: 'Give a day from today on, such as 2027-03-01.',
  money: 'Say what becomes of the price: whether it stays owed or is taken back.',
} as const

const MOST_SCORE = 1000
const CHANGED = refused(WORDS.changed, 409)
const NOT_NOW = refused(WORDS['not-now'], 409)

/** "9.5" as a score; undefined for what is none. */
const scoreFrom = (typed: string): number | undefined => {
  const score = /^\d{1,4}([.,]\d{1,2})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : undefined
  return score !== undefined && score <= MOST_SCORE ? score : undefined
}

/** The state the page showed, and why it is done. */
export type Given = { revision: number; reason: string }

/** What a registrar does with one application; each is one write, and its reason stays in the log. */
export const deskActions = (context: Context, act: Act) => {
  const on = async (
    id: string,
    { revision, reason }: Given,
    work: (known: Application, why: string) => Promise<StaffDone>,
  ): Promise<StaffDone> => {
    const known = await one(context, 'applications', id)
    if (!known) return refused(WORDS.gone, 404)
    if (known.revision !== revision) return changedMeanwhile(context, 'applications', id)
    if (!reason.trim()) return NO_REASON
    return work(known, reason.trim())
  }

  /** Brings an application to a status, and says so in the log. */
  const move = async (
    known: Application,
    how: DeskAction,
    status: ApplicationStatus,
    what: string,
    data: Parameters<typeof changeApplication>[2],
    absent?: Parameters<typeof changeApplication>[4],
  ): Promise<StaffDone> => {
    if (!canAct(how, known)) return NOT_NOW
    const entry = (moved: Application) => statusEntry(moved, `${applicantName(known)}: ${what}`)
    return (await changeApplication(act, known, { ...data, status }, entry, absent)) ? DONE : CHANGED
  }

  const offer = async (known: Application, collaborative: string, why: string): Promise<StaffDone> => {
    if (stateOf(await selectionOf(context, known.call)) === 'scoring') return refused(WORDS['not-released'], 409)
    if (!canAct('offer', known)) return NOT_NOW
    const choice = choicesOf(known).find((one) => one.collaborative === collaborative)
    if (!choice) return refused(WORDS['unknown-choice'])
    if (choice.state === 'declined') return refused(WORDS.declined)
    const about = await collaborativeOf(context, collaborative)
    if (!about) return refused(WORDS.gone, 404)
    if (joiningIn(await context.source.read(), about, act.now) === 'over') return refused(WORDS.over, 409)
    const ranked = await rankedIn(context, known.call)
    const key = freePlaces(collaborative, about.capacity ?? null, heldIn(ranked).get(collaborative) ?? [])(known.id)
    if (!key) return refused(WORDS.full, 409)
    const at = rank(ranked.map(candidateOf)).find(({ candidate }) => candidate.id === known.id)
    const until = await untilFor(context, act, about)
    const reason = `Offered by hand${at ? `, ${ordinal(at.rank)} of ${ranked.length}` : ''}: ${why}`
    const entry = (offered: Application) =>
      statusEntry(offered, `${applicantName(known)}: place offered (${about.name})`)
    return (await offerPlace(act, known, { collaborative, key, until, why: reason }, entry)) ? DONE : CHANGED
  }

  return {
    /** Puts somebody in line, or changes the score, without reviews. */
    scoreByHand: (id: string, typed: string, given: Given): Promise<StaffDone> =>
      on(id, given, async (known, why) => {
        const score = scoreFrom(typed)
        if (score === undefined) return refused(WORDS.score)
        if (!canAct('score', known)) return NOT_NOW
        const scored = { status: 'waiting', score, scoreReason: why } as const
        const entry = said('scored', `${applicantName(known)}: score ${score} by the desk`, why)
        return (await changeApplication(act, known, scored, entry)) ? DONE : CHANGED
      }),
    markIneligible: (id: string, given: Given): Promise<StaffDone> =>
      on(id, given, (known, reason) =>
        move(known, 'ineligible', 'ineligible', 'not eligible', { reason }, ['reasons']),
      ),
    /** An application that was not eligible is read after all. */
    lookAgain: (id: string, given: Given): Promise<StaffDone> =>
      on(id, given, (known, reason) =>
        move(known, 'lookAgain', 'submitted', 'looked at again', { reason }, ['reasons']),
      ),
    /** Past the order, or where the number of places was not decided; never beyond it. */
    offer: (id: string, collaborative: string, given: Given): Promise<StaffDone> =>
      on(id, given, (known, why) => offer(known, collaborative, why)),
    /** In line again, where they stood; offers that ran out can be made once more. */
    backInLine: (id: string, given: Given): Promise<StaffDone> =>
      on(id, given, (known, reason) => {
        const choices = choicesOf(known).map((choice): Choice => {
          if (choice.state !== 'expired') return choice
          const { until: _, ...rest } = choice
          return { ...rest, state: 'open' }
        })
        return move(known, 'takeBack', 'waiting', 'taken back in line', { reason, choices }, ['papersUntil'])
      }),
    /** For somebody who called or wrote. Where the price is owed, `money` says what becomes of it. */
    withdraw: (id: string, money: string, given: Given): Promise<StaffDone> =>
      on(id, given, async (known, reason) => {
        if (!canAct('withdraw', known)) return NOT_NOW
        const owed = await owedNow(context, known)
        if (owed > 0 && money !== 'free' && money !== 'owed') return refused(WORDS.money)
        const decision = owed > 0 && money === 'owed' ? 'owed' : 'free'
        // Booked before the place is given up, which says what it is for.
        if (decision === 'owed') await bookPlacePrice(context, known)
        const what =
          owed === 0 ? '' : decision === 'owed' ? `, and ${formatMoney(owed)} stays owed` : ', and owes nothing'
        const summary = `${applicantName(known)}: ${isAskedFor(known) ? 'may leave' : 'taken back for them'}${what}`
        const entry = said('withdrawn-for', summary, reason)
        const done =
          known.status === 'enrolled'
            ? await decideWithdrawal(act, known, { decision, why: reason }, entry)
            : (await withdrawApplication(act, known, '', owed, entry)).ok
        return done ? DONE : CHANGED
      }),
    /** They asked to leave, and their place stays theirs. */
    keepPlace: (id: string, given: Given): Promise<StaffDone> =>
      on(id, given, async (known, why) => {
        if (!canAct('keep', known)) return NOT_NOW
        const entry = said('kept', `${applicantName(known)}: the place stays theirs`, why)
        return (await decideWithdrawal(act, known, { decision: 'kept', why }, entry)) ? DONE : CHANGED
      }),
    /** The agreement is there: by its purchase order, or on paper. */
    enrollTeam: (id: string, paper: { number: string; isOnPaper: boolean }, given: Given): Promise<StaffDone> =>
      on(id, given, (known, reason) => {
        const number = paper.number.trim().slice(0, 60)
        if (!number && !paper.isOnPaper) return Promise.resolve(refused(WORDS.paper))
        const what = number ? `enrolled, purchase order ${number}` : 'enrolled, the agreement is on paper'
        return move(known, 'enroll', 'enrolled', what, { reason, purchaseOrder: number || null })
      }),
    /** Gives a team until the end of a day for its papers. */
    morePaperTime: (id: string, day: string, given: Given): Promise<StaffDone> =>
      on(id, given, async (known, why) => {
        const zone = (await collaborativeOf(context, idOf(known.place) ?? ''))?.timeZone ?? context.zone
        if (!isDay(day) || day < dayIn(act.now, zone)) return refused(WORDS.day)
        if (!canAct('papers', known)) return NOT_NOW
        const until = endOfDay(day, zone).toString({ fractionalSecondDigits: 3 })
        const entry = said('papers-until', `${applicantName(known)}: papers due ${formatDay(day)}`, why)
        return (await changeApplication(act, known, { papersUntil: until }, entry)) ? DONE : CHANGED
      }),
    /** Settles a price that was on request; $0 is a place without a charge. */
    price: (id: string, cents: Cents, given: Given): Promise<StaffDone> =>
      on(id, given, async (known, why) => {
        const key = placeKeyOf(id)
        const isPriced = (await priceOf(context, known)) !== null || (await isSettled(context, id))
        if (known.status !== 'enrolled') return NOT_NOW
        if (isPriced) return refused(WORDS.priced, 409)
        if (cents > 0) await bookPlace(context, known, cents, act, why)
        else await writeEntry(act, entryOf(known, 'free', `No charge for ${applicantName(known)}`, why))
        return (await count(context, 'charges', { key: { equals: key } })) > 0 || cents === 0 ? DONE : NOT_NOW
      }),
    /** `before`: the note that was shown. */
    writeNote: (id: string, text: string, before?: string) => writeNote(context, 'applications', id, text, before),
  }
}

/** Whether the price of a place that was on request is settled: by a line, or by the word that there is none. */
export const isSettled = async (context: Context, id: string): Promise<boolean> => {
  const [lines, free] = await Promise.all([
    count(context, 'charges', { key: { equals: placeKeyOf(id) } }),
    every(context, 'events', { key: { equals: `application:${id}:free` } }, { limit: 1 }),
  ])
  return lines > 0 || free.length > 0
}
