import { isRegistrable } from '../sessions/policy.ts'
import type { Standing } from '../sessions/states.ts'

// What somebody is told who asked to hear of a course, or of a list of courses: each event once.

/** How a session stood when it was last looked at; `off`: nobody can register, and not because it is full or not open yet. */
export const SEEN_STATES = ['open', 'full', 'later', 'off'] as const
type SeenState = (typeof SEEN_STATES)[number]

/** By session. */
export type Seen = Readonly<Record<string, SeenState>>

/** A date was published, a seat is free, registration has opened. */
export type NewsKind = 'date' | 'seat' | 'opens'
export type News = { session: string; kind: NewsKind }

/** What is told together waits this long for more of it; milliseconds. A seat may be gone by then, so it waits for nothing. */
const GATHERED = 10 * 60_000

/** Lists and courses one mailbox can ask to hear of. */
export const MOST_SUBSCRIPTIONS = 30

export const seenState = ({ standing }: { standing: Standing }): SeenState => {
  if (isRegistrable({ standing })) return 'open'
  if (standing === 'full') return 'full'
  return standing === 'not-open' ? 'later' : 'off'
}

/** What is new of a session; undefined: nothing that was asked for. */
export const newsOf = (before: SeenState | undefined, now: SeenState): NewsKind | undefined => {
  if (now === 'off' || before === now) return undefined
  if (before === undefined) return 'date'
  if (now !== 'open') return undefined
  return before === 'full' ? 'seat' : 'opens'
}

/** A subscription as far as it is about what was seen and is still to be told. */
export type Watching = { seen: Seen; news: readonly News[]; dueAt: Temporal.Instant | null }

/** The same once a session was looked at; undefined where nothing has changed. */
export const lookedAt = (
  { seen, news, dueAt }: Watching,
  session: string,
  now: SeenState,
  moment: Temporal.Instant,
): Watching | undefined => {
  if (seen[session] === now) return undefined
  const kind = newsOf(seen[session], now)
  const others = news.filter((one) => one.session !== session)
  // Who has not yet been told of the date is told of it once, however it stands by then.
  const isUntold = news.some((one) => one.session === session && one.kind === 'date')
  const kept: News[] = kind
    ? [{ session, kind: isUntold ? 'date' : kind }]
    : now === 'off'
      ? []
      : newsAbout(news, session)
  const all = [...others, ...kept]
  const wanted = kind === 'seat' ? moment : moment.add({ milliseconds: GATHERED })
  const due = !kind ? dueAt : dueAt && Temporal.Instant.compare(dueAt, wanted) < 0 ? dueAt : wanted
  return { seen: { ...seen, [session]: now }, news: all, dueAt: all.length > 0 ? due : null }
}

const newsAbout = (news: readonly News[], session: string): News[] => news.filter((one) => one.session === session)

/** What was seen, without what is over. */
export const stillAhead = (seen: Seen, isAhead: (session: string) => boolean): Seen =>
  Object.fromEntries(Object.entries(seen).filter(([session]) => isAhead(session)))
